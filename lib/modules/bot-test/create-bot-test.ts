import { Fault } from '@/lib/engine/fault';
import type { ReadConversationDeps } from '@/lib/modules/conversation/read-conversation';
import { recordConversation } from '@/lib/modules/replay/record-conversation';
import type { BotTest, BotTestDefinition } from './bot-test.schema';
import type { botTestStore } from './bot-test.store';

export interface CreateBotTestDeps extends ReadConversationDeps {
  tests: ReturnType<typeof botTestStore>;
  newId(): string;
}

/**
 * Keeps a conversation as a test: with its calls recorded, and what the bot said as what it should say.
 * @throws Fault `conversation/not-found`, `bot-test/nothing-recorded`
 */
export async function createBotTest(deps: CreateBotTestDeps, botId: string, request: { name: string } & ({ conversationId: string } | { definition: BotTestDefinition })): Promise<BotTest> {
  const definition = 'definition' in request ? request.definition : await record(deps, botId, request.conversationId);
  return deps.tests.insert(deps.newId(), botId, { name: request.name, definition });
}

async function record(deps: CreateBotTestDeps, botId: string, conversationId: string): Promise<BotTestDefinition> {
  const { botId: ownBotId, consumer, turns } = await recordConversation(deps, conversationId);
  if (ownBotId !== botId) throw new Fault('missing', 'conversation/not-found', 'There is no conversation with this id in this bot.');
  if (turns.length === 0) throw new Fault('conflict', 'bot-test/nothing-recorded', 'This conversation has no finished turn yet. Say something first, then save it.');
  return { format: 1, conversationId, consumer, turns };
}
