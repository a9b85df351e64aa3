import type { ConsumerMessage, History, Notice } from '@/lib/modules/messenger/messenger.schema';

/** What a device knows of one conversation. */
export type Thread = {
  /** In order, each once. */
  messages: readonly ConsumerMessage[];
  /** In order, each once. */
  notices: readonly Notice[];
  hasOlder: boolean;
  /**
   * Everything up to this number has come in order. What a send answered may be ahead of what others said meanwhile, so the
   * connection resumes from here.
   */
  syncedSeq: number;
  /** Whether somebody works on an answer. */
  isAnswering: boolean;
  /** Whether what there was at first had been seen before, and appears without delay. */
  isHistory: boolean;
};

/** A conversation of which nothing has come yet. */
export const emptyThread: Thread = { messages: [], notices: [], hasOlder: false, syncedSeq: 0, isAnswering: false, isHistory: false };

/** A thread with messages that came by whatever way; a newer copy of a message takes the place of the older one. */
export function withMessages(thread: Thread, fresh: readonly ConsumerMessage[]): Thread {
  if (fresh.length === 0) return thread;
  const first = fresh[0];
  const isAppended = first !== undefined && first.seq > (thread.messages.at(-1)?.seq ?? 0) && isAscending(fresh);
  if (isAppended) return { ...thread, messages: [...thread.messages, ...fresh] };
  const bySeq = new Map(thread.messages.map((message) => [message.seq, message]));
  for (const message of fresh) bySeq.set(message.seq, message);
  return { ...thread, messages: [...bySeq.values()].sort((a, b) => a.seq - b.seq) };
}

/** A thread with a message of the live connection, which comes in order. */
export function withLiveMessage(thread: Thread, message: ConsumerMessage): Thread {
  return { ...withMessages(thread, [message]), syncedSeq: Math.max(thread.syncedSeq, message.seq) };
}

/** A thread with notices that came by whatever way. */
export function withNotices(thread: Thread, fresh: readonly Notice[]): Thread {
  const known = new Set(thread.notices.map(toKey));
  const added = fresh.filter((notice) => !known.has(toKey(notice)));
  if (added.length === 0) return thread;
  return { ...thread, notices: [...thread.notices, ...added].sort((a, b) => a.afterSeq - b.afterSeq || a.turnNumber - b.turnNumber) };
}

/** A thread with a stretch that the server read: the newest messages, or those behind what was known. */
export function withHistory(thread: Thread, { messages, notices, hasOlder }: History): Thread {
  const isFirst = thread.messages.length === 0;
  const merged = withNotices(withMessages(thread, messages), notices);
  return { ...merged, hasOlder: isFirst ? hasOlder : thread.hasOlder, syncedSeq: Math.max(thread.syncedSeq, messages.at(-1)?.seq ?? 0) };
}

/** A thread with the stretch before what was known. */
export function withOlder(thread: Thread, { messages, notices, hasOlder }: History): Thread {
  return { ...withNotices(withMessages(thread, messages), notices), hasOlder };
}

/** Whether a page has posted since a turn. */
export function hasPostedSince(thread: Thread, turnNumber: number): boolean {
  return thread.notices.some((notice) => notice.kind === 'web-view-posted' && notice.turnNumber > turnNumber);
}

/** Number of the latest turn that a notice tells of. */
export function latestNoticeTurn(thread: Thread): number {
  return Math.max(0, ...thread.notices.map(({ turnNumber }) => turnNumber));
}

function toKey({ kind, turnNumber }: Notice): string {
  return `${kind}:${turnNumber}`;
}

function isAscending(messages: readonly ConsumerMessage[]): boolean {
  return messages.every((message, index) => index === 0 || message.seq > (messages[index - 1]?.seq ?? 0));
}
