import { toVariables } from './conversation.rules';
import type { Conversation, ConversationDetail, ConversationTurnDetail } from './conversation.schema';
import type { conversationStore } from './conversation.store';
import type { SecretMask } from './secret-mask';

export interface ReadConversationDeps {
  conversations: ReturnType<typeof conversationStore>;
  /** Null: for conversations that several bots had. @throws Fault `bot/not-found` */
  readMask(botId: string | null): Promise<SecretMask>;
  /** Null for previews. */
  findReleaseNumber(releaseId: string | null): Promise<number | null>;
}

/**
 * A conversation with where it stands, secrets of the environment masked.
 * @throws Fault `conversation/not-found`
 */
export async function readConversation(deps: ReadConversationDeps, conversationId: string): Promise<ConversationDetail> {
  const { conversation, state, isAnswering } = await deps.conversations.getWithState(conversationId);
  const [mask, releaseNumber] = await Promise.all([readMask(deps, conversation), deps.findReleaseNumber(conversation.releaseId)]);
  return {
    ...conversation,
    consumer: state.consumer,
    releaseNumber,
    turnCount: state.turnCount,
    waiting: mask(state.wait),
    stack: state.stack.map(({ dialogId, interactionId }) => ({ dialogId, interactionId })),
    variables: mask(toVariables(state)),
    isAnswering,
  };
}

/**
 * A turn with why it went as it did, secrets of the environment masked.
 * @throws Fault `conversation/not-found`, `conversation/turn-not-found`
 */
export async function readTurn(deps: ReadConversationDeps, conversationId: string, number: number): Promise<ConversationTurnDetail> {
  const conversation = await deps.conversations.get(conversationId);
  const [{ stateAfter, ...turn }, stateBefore, mask] = await Promise.all([
    deps.conversations.getTurn(conversationId, number),
    conversation.kind === 'preview' ? deps.conversations.findStateAfter(conversationId, number - 1) : null,
    readMask(deps, conversation),
  ]);
  return {
    ...turn,
    trace: mask(turn.trace),
    journal: mask(turn.journal),
    variablesBefore: stateBefore && mask(toVariables(stateBefore)),
    variablesAfter: stateAfter && mask(toVariables(stateAfter)),
  };
}

async function readMask(deps: ReadConversationDeps, { id, botId }: Pick<Conversation, 'id' | 'botId'>): Promise<SecretMask> {
  const transfers = await deps.conversations.listTransfers(id);
  return deps.readMask(transfers.length === 0 ? botId : null);
}
