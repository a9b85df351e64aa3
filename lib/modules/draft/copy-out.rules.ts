import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { listLinks, type LinkTarget } from './bot-link.rules';
import { draftClipboardSchema, type DraftClipboard } from './clipboard.schema';
import type { DraftIntegration } from './draft.contract';

/** Ids of what is copied: dialogs as wholes, or single interactions of one or several dialogs. */
export type CopiedIds = { dialogIds: readonly string[] } | { interactionIds: readonly string[] };

/** Takes a copy of dialogs or interactions, with the intents and entities that they use, in the order of the bot. */
export function copyOut(content: BotContent, integrations: readonly DraftIntegration[], ids: CopiedIds): DraftClipboard {
  const dialogs = 'dialogIds' in ids ? content.dialogIds.filter((id) => ids.dialogIds.includes(id)).flatMap((id) => content.dialogs[id] ?? []) : [];
  const wanted = new Set('dialogIds' in ids ? dialogs.flatMap((dialog) => dialog.interactionIds) : ids.interactionIds);
  const interactions = content.dialogIds.flatMap((id) => content.dialogs[id]?.interactionIds ?? []).filter((id) => wanted.has(id)).flatMap((id) => content.interactions[id] ?? []);
  const dialogIds = new Set(dialogs.map(({ id }) => id));
  const links = listLinks(content).filter(({ spot }) => (spot.interactionId === undefined ? dialogIds.has(spot.dialogId ?? '') : wanted.has(spot.interactionId)));
  const used = (kind: LinkTarget['kind']) => new Set(links.flatMap(({ target }) => (target.kind === kind && 'id' in target ? [target.id] : [])));
  const intents = Object.values(content.intents).filter(({ id }) => used('intent').has(id));
  const entityIds = used('entity');
  return {
    format: 'parley/clipboard',
    version: 1,
    dialogs,
    interactions,
    integrations: integrations.filter(({ id }) => used('integration').has(id)).map(({ id, definition }) => ({ id, responseVariable: definition.responseVariable })),
    intents,
    entities: Object.values(content.entities).filter(({ id, name }) => entityIds.has(id) || intents.some(({ phrases }) => phrases.some((phrase) => phrase.includes(`@${name}`)))),
  };
}

/** Reads the text of a clipboard; null when it holds something else. */
export function parseClipboard(text: string): DraftClipboard | null {
  if (!text.includes('parley/clipboard')) return null;
  try {
    return draftClipboardSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
