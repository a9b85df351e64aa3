import { toVariables } from './conversation.rules';
import type { ConversationDetail, ConversationTurnDetail } from './conversation.schema';
import type { conversationStore } from './conversation.store';
import type { SecretMask } from './secret-mask';

export interface ReadConversationDeps {
  conversations: ReturnType<typeof conversationStore>;
  /** @throws Fault `bot/not-found` */
  readMask(botId: string): Promise<SecretMask>;
  /** Null for previews. */
  findReleaseNumber(releaseId: string | null): Promise<number | null>;
}

/**
 * A conversation with where it stands, secrets of the environment masked.
 * @throws Fault `conversation/not-found`
 */
export async function readConversation(deps: ReadConversationDeps, conversationId: string): Promise<ConversationDetail> {
  const { conversation, state, isAnswering } = await deps.conversations.getWithState(conversationId);
  const [mask, releaseNumber] = await Promise.all([deps.readMask(conversation.botId), deps.findReleaseNumber(conversation.releaseId)]);
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
  const { kind, botId } = await deps.conversations.get(conversationId);
  const [{ stateAfter, ...turn }, stateBefore, mask] = await Promise.all([
    deps.conversations.getTurn(conversationId, number),
    kind === 'preview' ? deps.conversations.findStateAfter(conversationId, number - 1) : null,
    deps.readMask(botId),
  ]);
  return {
    ...turn,
    trace: mask(turn.trace),
    journal: mask(turn.journal),
    variablesBefore: stateBefore && mask(toVariables(stateBefore)),
    variablesAfter: stateAfter && mask(toVariables(stateAfter)),
  };
}
