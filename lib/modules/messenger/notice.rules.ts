import type { TurnEvent } from '@/lib/engine/event.schema';
import type { Notice } from './messenger.schema';

/** A turn as far as a notice is made of it. */
export interface NoticeTurn {
  number: number;
  event: TurnEvent;
}

/** What a turn's event tells consumers besides messages; null when nothing. */
export function toNoticeKind(event: TurnEvent): Exclude<Notice['kind'], 'closed'> | null {
  if (event.kind === 'web-view-posted') return 'web-view-posted';
  if (event.kind !== 'hand-over-finished') return null;
  if (event.result === 'failed') return null;
  return event.result === 'accepted' ? 'handed-over' : 'returned';
}

/**
 * Where stored turns' notices stand among the messages of a stretch: before the first message that came of the turn or later.
 * @param messages in order
 * @param lastSeq what stands behind everything in the stretch
 */
export function placeNotices(turns: readonly NoticeTurn[], messages: readonly { seq: number; turnNumber: number }[], lastSeq: number): Notice[] {
  return turns.flatMap(({ number, event }) => {
    const kind = toNoticeKind(event);
    if (kind === null) return [];
    const next = messages.find(({ turnNumber }) => turnNumber >= number);
    return [{ kind, turnNumber: number, afterSeq: next ? next.seq - 1 : lastSeq, at: new Date(event.atMs).toISOString() }];
  });
}

/** Messages and notices of a stretch in the order in which they are shown. */
export function interleave<Message extends { seq: number }>(messages: readonly Message[], notices: readonly Notice[]): (Message | Notice)[] {
  const isNotice = (line: Message | Notice): line is Notice => 'afterSeq' in line;
  // A notice stands between its message and the next one.
  const toPlace = (line: Message | Notice) => (isNotice(line) ? line.afterSeq + 0.5 : line.seq);
  return [...messages, ...notices].sort((a, b) => toPlace(a) - toPlace(b));
}
