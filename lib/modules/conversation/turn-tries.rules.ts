import type { TurnEvent } from '@/lib/engine/event.schema';
import type { JournalEntry } from './conversation.schema';

/** Cuts after which a turn may be the one that ends its process; fewer are bad luck. */
const SUSPECT_CUT_COUNT = 2;
/** Tries that a suspect gets; it makes each alone, so that only the guilty one is hit again. */
const LONE_TRY_COUNT_MAX = 3;
/** Before a suspect's first try; three times as long before each further one. Whatever ends processes from outside has to hit it each time. */
const FIRST_WAIT_MS = 1_000;

/** How a turn goes on that was cut off by the end of its process. */
export type NextTry = { kind: 'at-once' } | { kind: 'alone'; afterMs: number } | { kind: 'give-up' };

/** Decides it by the tries in the turn's journal, all of which were cut off. */
export function nextTry(event: TurnEvent, journal: readonly JournalEntry[]): NextTry {
  const loneTryCount = countCuts(event, journal) - SUSPECT_CUT_COUNT;
  if (loneTryCount < 0) return { kind: 'at-once' };
  return loneTryCount < LONE_TRY_COUNT_MAX ? { kind: 'alone', afterMs: FIRST_WAIT_MS * 3 ** loneTryCount } : { kind: 'give-up' };
}

/** A turn's journal with one beginning more. */
export function withTry(journal: readonly JournalEntry[], atMs: number): JournalEntry[] {
  return withMark(journal, 'try', atMs);
}

/** A turn's journal when its process is stopped in good order, which is no fault of the turn. */
export function withStop(journal: readonly JournalEntry[], atMs: number): JournalEntry[] {
  return withMark(journal, 'stop', atMs);
}

function withMark(journal: readonly JournalEntry[], kind: 'try' | 'stop', atMs: number): JournalEntry[] {
  return [...journal, { key: `${kind}:${countOf(journal, kind) + 1}`, kind, integrationId: null, startedAtMs: atMs, result: null }];
}

function countCuts(event: TurnEvent, journal: readonly JournalEntry[]): number {
  // Another bot's turn is on the disk before its first try; every other turn gets there in it.
  const beginnings = countOf(journal, 'try') + (event.kind === 'bot-transferred' ? 0 : 1);
  return beginnings - countOf(journal, 'stop');
}

function countOf(journal: readonly JournalEntry[], kind: JournalEntry['kind']): number {
  return journal.filter((entry) => entry.kind === kind).length;
}
