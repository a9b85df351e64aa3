import type { Logger } from 'pino';
import type { Clock } from '@/lib/platform/clock';
import { POSTS_KEPT_MAX } from './web-view-post.schema';
import type { EveryPostStore, PostEntry } from './web-view-post.store';

/** A post that was not let in, and as much of it as is kept. */
export interface RefusedPost extends Pick<PostEntry, 'message' | 'variableNames' | 'variables'> {
  botId: string;
  conversationId: string;
  reason: { code: string; detail: string };
}

/** Keeps posts for looking back, without making them wait for the disk. */
export interface PostInbox {
  /** Takes an accepted post over; it is written soon. */
  add(entry: PostEntry): void;
  /** Lists a refusal soon. Those of one kind that come together become one entry. */
  refuse(post: RefusedPost): void;
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
  /** By reason and conversation: the newest, when it came, and how many there were. */
  refused: Map<string, { post: RefusedPost; atMs: number; count: number }>;
}

interface PostInboxDeps {
  posts: Pick<EveryPostStore, 'insert'>;
  log: Logger;
  clock: Pick<Clock, 'nowMs'>;
  newId(): string;
}

/**
 * Writes a single post at once, and many in groups, as runs are. What a post did is stored with its turn; after a power cut only its line in
 * the inbox may be missing.
 */
export function createPostInbox({ posts, log, clock, newId }: PostInboxDeps): PostInbox {
  let waiting = new Map<string, BotPosts>();
  let timer: NodeJS.Timeout | null = null;
  let writtenAtMs = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();

  function writeWaiting(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const toEntries = ({ accepted, refused }: BotPosts) => [...accepted, ...Array.from(refused.values(), ({ post, atMs, count }) => toEntry(post, { id: newId(), receivedAtMs: atMs, count }))];
    const group = [...waiting.values()].flatMap(toEntries);
    waiting = new Map();
    if (group.length > 0) {
      writtenAtMs = clock.nowMs();
      writing = writing.then(() => posts.insert(group).catch((error: unknown) => log.error({ err: error, postCount: group.length }, 'web view posts could not be kept')));
    }
    return writing;
  }

  /** Null for a bot too many. What is held is written soon. */
  function hold(botId: string): BotPosts | null {
    let held = waiting.get(botId);
    if (held === undefined) {
      if (waiting.size >= BOTS_HELD_MAX) return null;
      held = { accepted: [], refused: new Map() };
      waiting.set(botId, held);
    }
    timer ??= setTimeout(() => void writing.then(writeWaiting), Math.max(0, writtenAtMs + GATHER_MS - clock.nowMs()));
    return held;
  }

  return {
    add(entry) {
      const held = hold(entry.botId);
      if (held !== null && held.accepted.push(entry) > POSTS_KEPT_MAX) held.accepted.shift();
    },
    refuse(post) {
      const held = hold(post.botId);
      if (held !== null) countRefusal(held.refused, post, clock.nowMs());
    },
    flush: writeWaiting,
  };
}

/** The newest of a kind is kept, with their number. Post-by-post listing ends where a flood begins; then conversations are told no more. */
function countRefusal(refused: BotPosts['refused'], post: RefusedPost, atMs: number): void {
  const own = `${post.reason.code} ${post.conversationId}`;
  const isListed = refused.has(own) || refused.size < REFUSALS_LISTED_MAX;
  const key = isListed ? own : post.reason.code;
  const kept = refused.get(key) ?? { post, atMs, count: 0 };
  kept.post = isListed ? post : { ...post, conversationId: '' };
  kept.atMs = atMs;
  kept.count += 1;
  refused.set(key, kept);
}

function toEntry({ botId, conversationId, reason, message, variableNames, variables }: RefusedPost, counted: Pick<PostEntry, 'id' | 'receivedAtMs' | 'count'>): PostEntry {
  return { ...counted, botId, conversationId, outcome: 'refused', postId: null, reason, message, fate: null, variableNames, variables, turnNumber: null };
}
