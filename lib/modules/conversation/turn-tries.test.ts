import { describe, expect, it } from 'vitest';
import type { TurnEvent } from '@/lib/engine/event.schema';
import type { JournalEntry } from './conversation.schema';
import { nextTry, withStop, withTry } from './turn-tries.rules';

const said: TurnEvent = { kind: 'message-received', atMs: 0, messageId: 'm', text: 'hi', payload: null, metadata: [], attachments: [] };
const handedOn: TurnEvent = { kind: 'bot-transferred', atMs: 0, fromBotId: 'b', dialogName: '', message: '', intent: '', transferCount: 1 };
const call: JournalEntry = { key: 'call:1', kind: 'call-integration', integrationId: 'i', startedAtMs: 0, result: null };

/** A turn's journal after what happened to it: each `cut` and `stop` ends a process, and the next takes the turn up. */
function toJournal(happened: readonly ('cut' | 'stop')[], firstTry: readonly JournalEntry[]): JournalEntry[] {
  return happened.reduce<JournalEntry[]>((journal, each, index) => {
    const begun = index === 0 ? [...firstTry, call] : withTry(journal, index);
    return each === 'stop' ? withStop(begun, index) : begun;
  }, []);
}

describe('a turn that was cut off', () => {
  it.each<[string, ('cut' | 'stop')[], ReturnType<typeof nextTry>]>([
    ['goes on at once after one cut', ['cut'], { kind: 'at-once' }],
    ['is a suspect after two', ['cut', 'cut'], { kind: 'alone', afterMs: 1_000 }],
    ['waits longer each time', ['cut', 'cut', 'cut'], { kind: 'alone', afterMs: 3_000 }],
    ['and longer', ['cut', 'cut', 'cut', 'cut'], { kind: 'alone', afterMs: 9_000 }],
    ['is given up when it was hit three times alone', ['cut', 'cut', 'cut', 'cut', 'cut'], { kind: 'give-up' }],
    ['is no suspect however often its process was stopped in good order', Array.from({ length: 20 }, () => 'stop' as const), { kind: 'at-once' }],
    ['counts only the cuts between stops', ['stop', 'cut', 'stop', 'cut', 'stop'], { kind: 'alone', afterMs: 1_000 }],
  ])('%s', (_, happened, next) => {
    expect(nextTry(said, toJournal(happened, []))).toEqual(next);
    expect(nextTry(handedOn, toJournal(happened, withTry([], 0)))).toEqual(next);
  });

  it('goes on at once when another bot’s process ended before it was begun', () => {
    expect(nextTry(handedOn, [])).toEqual({ kind: 'at-once' });
  });
});
