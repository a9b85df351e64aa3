import type { TurnEvent } from '@/lib/engine/event.schema';
import type { JournalEntry } from './conversation.schema';

/** Tries that a turn gets when each was cut off by the end of its process, which the turn itself may have caused. */
export const TURN_TRY_COUNT_MAX = 3;

/** A turn's journal with one beginning more. */
export function withTry(journal: readonly JournalEntry[], atMs: number): JournalEntry[] {
  const number = journal.filter(({ kind }) => kind === 'try').length + 1;
  return [...journal, { key: `try:${number}`, kind: 'try', integrationId: null, startedAtMs: atMs, result: null }];
}

/** Whether a turn that was begun again has had all its tries before. */
export function isOutOfTries(event: TurnEvent, journal: readonly JournalEntry[]): boolean {
  const beginnings = journal.filter(({ kind }) => kind === 'try').length;
  // Another bot's turn is on the disk before its first try; every other turn gets there in it.
  return beginnings > (event.kind === 'bot-transferred' ? TURN_TRY_COUNT_MAX : TURN_TRY_COUNT_MAX - 1);
}
