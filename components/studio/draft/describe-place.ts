import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftPlace } from '@/lib/modules/draft/draft-change.schema';

/** What a person calls a place of a draft: “Greeting”, the bot’s settings. Names come from the first content that knows the thing. */
export function describePlace([part, id]: DraftPlace, ...contents: readonly BotContent[]): string {
  if (id === undefined) return wordsByPart[part as keyof typeof wordsByPart]; // Without an id it is one of these.
  const collection = part as 'dialogs' | 'interactions' | 'intents' | 'entities'; // With an id it is one of these.
  const name = contents.map((content) => content[collection][id]?.name).find((found) => found !== undefined && found !== '');
  return `the ${nounByCollection[collection]} “${name ?? 'without a name'}”`;
}

const wordsByPart = { settings: 'the bot’s settings', globalFunctions: 'the global functions', dialogIds: 'the order of dialogs', vendor: 'what an import brought along' };

const nounByCollection = { dialogs: 'dialog', interactions: 'interaction', intents: 'intent', entities: 'entity' };
