import { Fault } from '@/lib/engine/fault';
import type { TurnEvent } from '@/lib/engine/event.schema';
import type { ActiveConversation } from '@/lib/modules/conversation/active-conversation';
import type { ConversationRuntime } from '@/lib/modules/conversation/conversation-runtime';
import type { Clock } from '@/lib/platform/clock';
import { SAME_POST_MS, type PostIdentity } from './post-ids';
import type { MessageFate } from './web-view-post.schema';
import { assertMayPost, isTooOld, type PostClaim } from './web-view.rules';

/** A post that was let in. */
export interface PostOrder extends PostClaim, PostIdentity {
  workspaceId: string;
  conversationId: string;
  message: string | null;
  variables: Record<string, string>;
  /** Null: the message counts however long the consumer has been silent. */
  messageWithinHours: number | null;
}

/** What came of a post. */
export interface TakenPost {
  turnNumber: number;
  fate: MessageFate;
  /** Whether it had come before, and so had no effect. */
  isRepeat: boolean;
}

export interface TakePostDeps {
  runtime: Pick<ConversationRuntime, 'take'>;
  clock: Pick<Clock, 'nowMs'>;
  /** When the turn of a post began; null when there is none. */
  findTurnTime(conversationId: string, postId: string): Promise<number | null>;
}

type Posted = Extract<TurnEvent, { kind: 'web-view-posted' }>;

/**
 * Takes the turn of a post, once: the same post again gives what came of the first. Resolves when it is on the disk.
 * @throws Fault `conversation/not-found`, `web-view/wrong-user`, `conversation/previews-only`, `conversation/closed`,
 * `web-view/key-reused`, `web-view/token-used`, `conversation/turn-failed`
 */
export async function takePost(deps: TakePostDeps, order: PostOrder): Promise<TakenPost> {
  let own: Posted | null = null;
  const toEvent = async (conversation: ActiveConversation): Promise<Posted | null> => {
    const { state, botId, kind } = conversation;
    assertMayPost({ botId, kind, status: state.status, consumerId: state.consumer.id }, order);
    const nowMs = deps.clock.nowMs();
    if (order.earlierPostId !== null) {
      const earlierAtMs = await deps.findTurnTime(order.conversationId, order.earlierPostId);
      if (earlierAtMs !== null && nowMs - earlierAtMs < SAME_POST_MS) return null;
    }
    own = toPosted(order, { lastSpokeAtMs: state.lastConsumerMessageAtMs ?? conversation.createdAtMs, nowMs });
    return own;
  };
  const { workspaceId, conversationId, postId, earlierPostId } = order;
  const taken = await deps.runtime.take({ workspaceId, conversationId, messageId: postId, toEvent });
  if (taken === null) {
    if (earlierPostId === null) throw new Error('Every post makes a turn unless it was there before.');
    return takePost(deps, { ...order, postId: earlierPostId, earlierPostId: null });
  }
  if (taken.status === 'failed') throw new Fault('broken', 'conversation/turn-failed', 'The bot broke down over this post; the fault is ours. The server log has the details.');
  const isRepeat = taken.event !== own;
  if (isRepeat) assertSame(taken.event, order);
  return { turnNumber: taken.number, fate: toFate(taken.event, order), isRepeat };
}

function toPosted({ postId, variables, message, messageWithinHours }: PostOrder, times: { lastSpokeAtMs: number; nowMs: number }): Posted {
  return { kind: 'web-view-posted', atMs: Math.floor(times.nowMs), messageId: postId, variables, message: isTooOld(times, messageWithinHours) ? null : message };
}

function toFate(event: TurnEvent, { message }: PostOrder): MessageFate {
  if (message === null) return 'none';
  return event.kind === 'web-view-posted' && event.message === null ? 'ignored-too-old' : 'delivered';
}

/** A link or key stands for one post: with other content it is used up. */
function assertSame(event: TurnEvent, { variables, message, by }: PostOrder): void {
  const isSame = event.kind === 'web-view-posted' && (event.message ?? message) === message && sortedText(event.variables) === sortedText(variables);
  if (isSame) return;
  if (by === 'link') throw new Fault('unauthenticated', 'web-view/token-used', 'This link has been used already. Ask the bot for a new one.');
  throw new Fault('invalid', 'web-view/key-reused', 'Another post came with this Idempotency-Key already. Give each post a key of its own.');
}

function sortedText(variables: Record<string, string>): string {
  return JSON.stringify(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)));
}
