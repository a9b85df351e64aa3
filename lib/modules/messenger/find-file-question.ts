import type { conversationStore } from '@/lib/modules/conversation/conversation.store';
import type { FileQuestion } from './file-limits.rules';

/** A question stands among its newest messages: what it said last, and what was said to it. */
const LOOK_BACK_COUNT = 50;

/** The question for a file that a conversation waits in; null when it waits for something else, or for nothing. */
export async function findFileQuestion(conversations: Pick<ReturnType<typeof conversationStore>, 'getWithState' | 'listMessages'>, conversationId: string): Promise<FileQuestion | null> {
  const { state, conversation } = await conversations.getWithState(conversationId);
  const { wait } = state;
  if (wait?.kind !== 'answer') return null;
  const messages = await conversations.listMessages(conversationId, { afterSeq: Math.max(0, conversation.lastSeq - LOOK_BACK_COUNT), limit: 2 * LOOK_BACK_COUNT });
  const parts = messages.filter(({ interactionId }) => interactionId === wait.interactionId).flatMap((message) => message.parts);
  return parts.findLast((part) => part.kind === 'file-request') ?? null;
}
