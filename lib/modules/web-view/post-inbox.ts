import type { Logger } from 'pino';
import type { Clock } from '@/lib/platform/clock';
import { POSTS_KEPT_MAX } from './web-view-post.schema';
import type { EveryPostStore, PostEntry } from './web-view-post.store';

/** Keeps posts for looking back, without making them wait for the disk. */
export interface PostInbox {
  /** Takes a post over; it is written soon. Refusals of one kind that come together become one entry. */
  add(entry: PostEntry): void;
  /** Resolves when everything added so far is written. */
  flush(): Promise<void>;
}

/** Shortest time between two writes: one costs more than what it tells of. */
const GATHER_MS = 1_000;
/** Refusals listed one by one in that time; a flood beyond it is counted, so that it can't drive out what was accepted. */
const REFUSALS_LISTED_MAX = 20;
/** Bots with refusals in that time; of more nobody can tell whether they exist. */
const BOTS_HELD_MAX = 1_000;

interface BotPosts {
  accepted: PostEntry[];
  /** By reason and conversation. */
  refused: Map<string, PostEntry>;
}

/**
 * Writes a single post at once, and many in groups, as runs are. What a post did is stored with its turn; after a power cut only its line in
 * the inbox may be missing.
 */
export function createPostInbox({ posts, log, clock }: { posts: Pick<EveryPostStore, 'insert'>; log: Logger; clock: Pick<Clock, 'nowMs'> }): PostInbox {
  let waiting = new Map<string, BotPosts>();
  let timer: NodeJS.Timeout | null = null;
  let writtenAtMs = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();

  function writeWaiting(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const group = [...waiting.values()].flatMap(({ accepted, refused }) => [...accepted, ...refused.values()]);
    waiting = new Map();
    if (group.length > 0) {
      writtenAtMs = clock.nowMs();
      writing = writing.then(() => posts.insert(group).catch((error: unknown) => log.error({ err: error, postCount: group.length }, 'web view posts could not be kept')));
    }
    return writing;
  }

  return {
    add(entry) {
      const held = waiting.get(entry.botId) ?? { accepted: [], refused: new Map<string, PostEntry>() };
      if (!waiting.has(entry.botId) && waiting.size >= BOTS_HELD_MAX) return;
      waiting.set(entry.botId, held);
      if (entry.outcome === 'refused') addRefusal(held.refused, entry);
      else if (held.accepted.push(entry) > POSTS_KEPT_MAX) held.accepted.shift();
      timer ??= setTimeout(() => void writing.then(writeWaiting), Math.max(0, writtenAtMs + GATHER_MS - clock.nowMs()));
    },
    flush: writeWaiting,
  };
}

/** The newest of a kind is kept, with their number. Post-by-post listing ends where a flood begins; then conversations are told no more. */
function addRefusal(refused: Map<string, PostEntry>, entry: PostEntry): void {
  const code = entry.reason?.code ?? '';
  const own = `${code} ${entry.conversationId}`;
  const isListed = refused.has(own) || refused.size < REFUSALS_LISTED_MAX;
  const key = isListed ? own : code;
  const count = (refused.get(key)?.count ?? 0) + 1;
  refused.set(key, { ...entry, conversationId: isListed ? entry.conversationId : '', count });
}
