import type { Logger } from 'pino';
import { Fault } from '@/lib/engine/fault';
import { takePost, type PostOrder, type TakenPost, type TakePostDeps } from './take-post';
import type { PostInbox } from './post-inbox';
import type { PostAnswer } from './web-view-post.schema';
import type { EveryPostStore, PostEnd, PostEntry } from './web-view-post.store';
import { assertMayPost, type PostTarget } from './web-view.rules';

export interface DeliverPostDeps extends TakePostDeps {
  inbox: PostInbox;
  posts: Pick<EveryPostStore, 'insert' | 'end'>;
  log: Logger;
  /** Later ones are greater. */
  newId(): string;
  /** @throws Fault `conversation/not-found` */
  getTarget(place: { workspaceId: string; conversationId: string }): Promise<PostTarget>;
  /** Ids of queued posts that this process works on. */
  underWay: Set<string>;
  /** Puts posts that were accepted before, perhaps by a process that is gone, into the conversation's line. */
  resumeEarlier(conversationId: string): Promise<void>;
}

/** A page waits so long for the bot; then its post is written down and answered with `queued`. */
const ANSWER_AFTER_MS = 2_000;

/**
 * Brings a post to its conversation. Answered once its turn is on the disk, or, while the bot is busy with something else, once the post itself
 * is: it then follows by itself, in order, also after a restart.
 * @throws Fault as `takePost`
 */
export async function deliverPost(deps: DeliverPostDeps, order: PostOrder): Promise<PostAnswer> {
  const entry = toEntry(order, { id: deps.newId(), receivedAtMs: deps.clock.nowMs() });
  const taking = deps.resumeEarlier(order.conversationId).then(() => takePost(deps, order));
  const taken = await withinMs(taking, ANSWER_AFTER_MS);
  if (taken !== null) {
    deps.inbox.add({ ...entry, ...toEnd(taken) });
    return toAnswer(order, { message: taken.fate, turn: taken.turnNumber });
  }
  // What comes of it is told below; until then nobody listens.
  taking.catch(() => undefined);
  assertMayPost(await deps.getTarget(order), order);
  await deps.posts.insert([entry]);
  void finishQueued(deps, entry.id, taking);
  return toAnswer(order, { message: order.message === null ? 'none' : 'queued', turn: null });
}

/** Notes what came of a post that waited. One that the process's end cut off stays queued and is taken again at the next start. */
export async function finishQueued(deps: Pick<DeliverPostDeps, 'posts' | 'log' | 'underWay'>, id: string, taking: Promise<TakenPost>): Promise<void> {
  deps.underWay.add(id);
  try {
    await deps.posts.end(id, toEnd(await taking));
  } catch (error) {
    if (error instanceof Fault && error.kind === 'limited') return;
    if (error instanceof Fault) await deps.posts.end(id, { outcome: 'refused', reason: { code: error.code, detail: error.message }, fate: null, turnNumber: null }).catch(() => undefined);
    deps.log.error({ err: error, postId: id }, 'a queued web view post could not be applied');
  } finally {
    deps.underWay.delete(id);
  }
}

function toEnd({ turnNumber, fate, isRepeat }: TakenPost): PostEnd {
  return { outcome: isRepeat ? 'repeated' : 'applied', reason: null, fate, turnNumber };
}

function toEntry({ botId, conversationId, postId, message, variables }: PostOrder, { id, receivedAtMs }: Pick<PostEntry, 'id' | 'receivedAtMs'>): PostEntry {
  const fate = message === null ? 'none' : 'queued';
  return { id, botId, conversationId, receivedAtMs, outcome: 'queued', postId, reason: null, message, fate, variableNames: Object.keys(variables), variables, turnNumber: null, count: 1 };
}

function toAnswer({ postId, variables }: PostOrder, { message, turn }: Pick<PostAnswer, 'message' | 'turn'>): PostAnswer {
  return { eventId: postId, variables: Object.keys(variables), message, turn };
}

/** Null when it takes longer. */
function withinMs<T>(work: Promise<T>, ms: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
