import type { Consumer } from '@/lib/engine/state/conversation-state.schema';
import type { Message } from '@/lib/engine/messages/message.schema';
import { readConversation, readTurn, type ReadConversationDeps } from '@/lib/modules/conversation/read-conversation';
import type { ConversationTurnDetail } from '@/lib/modules/conversation/conversation.schema';
import { toSaid } from './compare-said.rules';
import type { RecordedCall, RecordedTurn } from './replay.schema';

/** A conversation as it can be run again. */
export interface RecordedConversation {
  conversationId: string;
  botId: string;
  isPreview: boolean;
  consumer: Consumer;
  turns: RecordedTurn[];
}

/** Longer conversations are recorded up to here. */
export const RECORDED_TURN_COUNT_MAX = 500;

/**
 * Reads a conversation back as it can be run again: events, what the APIs answered, what the bot said. Secrets of the environment are
 * masked. Turns that are not done are left out with what follows; of a conversation that went from bot to bot it is the first bot's part.
 * @throws Fault `conversation/not-found`
 */
export async function recordConversation(deps: ReadConversationDeps, conversationId: string): Promise<RecordedConversation> {
  const { botId, kind, consumer } = await readConversation(deps, conversationId);
  const listed = await deps.conversations.listTurns(conversationId, { afterNumber: 0, limit: RECORDED_TURN_COUNT_MAX });
  const [transfer] = await deps.conversations.listTransfers(conversationId);
  const end = listed.findIndex(({ status, number }) => status !== 'done' || number === transfer?.turnNumber);
  const turns: RecordedTurn[] = [];
  for (const { number } of end === -1 ? listed : listed.slice(0, end)) {
    const [turn, taken] = await Promise.all([readTurn(deps, conversationId, number), deps.conversations.getTaken(conversationId, number)]);
    turns.push(toRecordedTurn(turn, taken.messages));
  }
  return { conversationId, botId: transfer?.fromBotId ?? botId, isPreview: kind === 'preview', consumer, turns };
}

function toRecordedTurn(turn: ConversationTurnDetail, messages: Message[]): RecordedTurn {
  const isTransferred = turn.journal.some(({ result }) => result?.kind === 'bot-found' && result.target !== null);
  return { event: turn.event, calls: toRecordedCalls(turn.journal), said: toSaid(messages), ...(isTransferred && { isTransferred }) };
}

/** The answered calls of a journal, in the order of calling. */
export function toRecordedCalls(journal: ConversationTurnDetail['journal']): RecordedCall[] {
  return journal.flatMap(({ integrationId, result }) => (integrationId !== null && result?.kind === 'call-finished' ? [{ integrationId, result: result.result }] : []));
}
