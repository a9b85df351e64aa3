import type { BotContent } from '@/lib/engine/program/bot-content.schema';

/** What the things of a bot are called, by id: all that cards need to know of each other. */
export interface BotNames {
  dialogs: Record<string, { name: string }>;
  /** `dialogId` is null for an interaction that no dialog lists. */
  interactions: Record<string, { name: string; dialogId: string | null }>;
  intents: Record<string, { name: string }>;
  entities: Record<string, { name: string }>;
}

/** The names of a content's things. */
export function buildBotNames({ dialogs, interactions, intents, entities }: BotContent): BotNames {
  const dialogIdByInteraction = new Map(Object.values(dialogs).flatMap(({ id, interactionIds }) => interactionIds.map((interactionId) => [interactionId, id] as const)));
  return {
    dialogs: mapNames(dialogs),
    interactions: Object.fromEntries(Object.entries(interactions).map(([id, { name }]) => [id, { name, dialogId: dialogIdByInteraction.get(id) ?? null }])),
    intents: mapNames(intents),
    entities: mapNames(entities),
  };
}

function mapNames(things: Record<string, { name: string }>): Record<string, { name: string }> {
  return Object.fromEntries(Object.entries(things).map(([id, { name }]) => [id, { name }]));
}
