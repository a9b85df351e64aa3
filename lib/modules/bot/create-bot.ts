import type { draftStore } from '@/lib/modules/draft/draft.store';
import { buildFirstContent } from '@/lib/modules/draft/first-content.rules';
import type { Bot, BotInput } from './bot.schema';
import type { botStore } from './bot.store';

interface CreateBotDeps {
  /** In a transaction, like the drafts: a bot and its first draft are written together. */
  bots: ReturnType<typeof botStore>;
  drafts: ReturnType<typeof draftStore>;
  newId(): string;
}

/** Creates a bot with a welcome to be filled and a fallback. */
export async function createBot(deps: CreateBotDeps, input: BotInput): Promise<Bot> {
  const bot = await deps.bots.insert(deps.newId(), input);
  await deps.drafts.save(bot.id, 0, buildFirstContent(deps.newId));
  return bot;
}
