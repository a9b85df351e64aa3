import { describe, expect, test } from 'vitest';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';
import { toBand } from '@/lib/engine/nlu/score-band';
import { programSchema } from '@/lib/engine/program/program.schema';
import { findStarter } from './find-starter';

interface DialogInput {
  id: string;
  kind?: string;
  enabled?: boolean;
  starter?: { patterns?: string[]; excludeKeywords?: string[]; intentId?: string };
  disambiguation?: { intentCountMax: number };
}

function buildBot(dialogs: DialogInput[]) {
  const intentIds = dialogs.flatMap(({ starter }) => starter?.intentId ?? []);
  return programSchema.parse({
    botId: 'bot',
    releaseNumber: null,
    integrations: {},
    dialogIds: dialogs.map(({ id }) => id),
    dialogs: Object.fromEntries(dialogs.map((dialog) => [dialog.id, { name: dialog.id, ...dialog }])),
    intents: Object.fromEntries(intentIds.map((id) => [id, { id, name: id.toUpperCase() }])),
  });
}

function scored(scores: Record<string, number>): IntentScore[] {
  return Object.entries(scores).map(([intentId, score]) => ({ intentId, score, band: toBand(score) }));
}

function find(dialogs: DialogInput[], text: string | null, scores: Record<string, number> = {}) {
  return findStarter(buildBot(dialogs), { text, intents: scored(scores) });
}

const byPattern = (id: string, ...patterns: string[]): DialogInput => ({ id, starter: { patterns } });
const byIntent = (id: string): DialogInput => ({ id, starter: { intentId: id } });
const offering: DialogInput = { id: 'offer', kind: 'disambiguation' };

describe('patterns', () => {
  test('the first dialog in order that fits wins, and patterns win over intents', () => {
    const dialogs = [byIntent('a'), byPattern('b', 'hello'), byPattern('c', 'hi', 'hel*')];
    const { result, attempts } = find(dialogs, 'Hello!', { a: 100 });
    expect(result).toEqual({ kind: 'dialog', dialogId: 'b', intentId: null });
    expect(attempts).toEqual([{ dialogId: 'b', by: 'pattern', matched: true, reason: '“Hello!” fits the pattern “hello”' }]);
    expect(find(dialogs, 'helo').attempts).toEqual([
      { dialogId: 'b', by: 'pattern', matched: false, reason: '“helo” does not fit the pattern “hello”' },
      { dialogId: 'c', by: 'pattern', matched: true, reason: '“helo” fits the pattern “hel*”' },
    ]);
  });

  test('an exclude keyword keeps a dialog from both its pattern and its intent', () => {
    const dialogs: DialogInput[] = [{ id: 'a', starter: { patterns: ['*card*'], excludeKeywords: ['lost'], intentId: 'a' } }, byPattern('b', '*card')];
    const { result, attempts } = find(dialogs, 'I lost my card', { a: 100 });
    expect(result).toEqual({ kind: 'dialog', dialogId: 'b', intentId: null });
    expect(attempts[0]).toEqual({ dialogId: 'a', by: 'exclude-keyword', matched: false, reason: '“I lost my card” fits the pattern “*card*”, but the exclude keyword “lost” too' });
    expect(find(dialogs, 'I lost it', { a: 100 })).toEqual({
      result: { kind: 'none' },
      attempts: [
        { dialogId: 'a', by: 'pattern', matched: false, reason: '“I lost it” does not fit the pattern “*card*”' },
        { dialogId: 'b', by: 'pattern', matched: false, reason: '“I lost it” does not fit the pattern “*card”' },
        { dialogId: 'a', by: 'exclude-keyword', matched: false, reason: 'the intent “A” scores 100, but “I lost it” has the exclude keyword “lost”' },
      ],
    });
  });

  test.each([['fallback'], ['disambiguation'], ['auto-escalation'], ['survey']])('a dialog of kind %s is not started', (kind) => {
    expect(find([{ ...byPattern('a', 'hello'), kind }], 'hello').result).toEqual({ kind: 'none' });
  });

  test('a disabled dialog is not started', () => {
    expect(find([{ id: 'a', enabled: false, starter: { patterns: ['hello'], intentId: 'a' } }], 'hello', { a: 100 }).result).toEqual({ kind: 'none' });
  });

  test('without a text nothing starts', () => {
    expect(find([byPattern('a', '*')], null)).toEqual({ result: { kind: 'none' }, attempts: [] });
  });
});

describe('intents', () => {
  test.each<[string, Record<string, number>, boolean, string]>([
    ['GOOD is enough', { a: 60 }, true, 'a'],
    ['less is not', { a: 59.9 }, true, 'none'],
    ['the highest wins', { b: 90, a: 62 }, true, 'b'],
    ['ten points ahead are clear', { a: 75, b: 65 }, true, 'a'],
    ['less than ten are not', { a: 95, b: 86 }, true, 'a or b'],
    ['an exact phrase is', { a: 100, b: 99 }, true, 'a'],
    ['two exact phrases are not', { a: 100, b: 100 }, true, 'a or b'],
    ['two of FAIR PLUS are offered', { a: 50, b: 45 }, true, 'a or b'],
    ['with FAIR there is nothing to choose', { a: 50, b: 44 }, true, 'none'],
    ['at most as many as the dialog offers', { a: 70, b: 69, c: 68, d: 67 }, true, 'a or b or c'],
    ['without a disambiguation dialog the best GOOD one wins', { a: 95, b: 94 }, false, 'a'],
    ['and two of FAIR PLUS are nothing', { a: 59, b: 58 }, false, 'none'],
    ['an intent that starts no dialog does not count', { other: 100, a: 61 }, true, 'a'],
  ])('%s', (_, scores, hasOffer, expected) => {
    const { result } = find([...['a', 'b', 'c', 'd'].map(byIntent), ...(hasOffer ? [offering] : [])], 'x', scores);
    const said = result.kind === 'dialog' ? result.dialogId : result.kind === 'ambiguous' ? result.intentIds.join(' or ') : 'none';
    expect(said).toBe(expected);
  });

  test('two dialogs with one intent: the first in order', () => {
    const dialogs: DialogInput[] = [{ id: 'first', starter: { intentId: 'a' } }, { id: 'second', starter: { intentId: 'a' } }, offering];
    expect(find(dialogs, 'x', { a: 80 }).result).toEqual({ kind: 'dialog', dialogId: 'first', intentId: 'a' });
  });

  test('attempts tell each score and what was missing', () => {
    expect(find([byIntent('a'), byIntent('b'), byIntent('c'), offering], 'x', { a: 70, b: 65, c: 20 }).attempts).toEqual([
      { dialogId: 'a', by: 'intent', matched: true, reason: 'the intent “A” scores 70, too near to others to decide' },
      { dialogId: 'b', by: 'intent', matched: true, reason: 'the intent “B” scores 65, too near to others to decide' },
      { dialogId: 'c', by: 'intent', matched: false, reason: 'the intent “C” scores 20, less than the 60 of GOOD' },
    ]);
    expect(find([byIntent('a'), byIntent('b')], 'x', { a: 90, b: 62 }).attempts).toEqual([
      { dialogId: 'a', by: 'intent', matched: true, reason: 'the intent “A” scores 90' },
      { dialogId: 'b', by: 'intent', matched: false, reason: 'the intent “B” scores 62, less than “A”' },
    ]);
  });
});

test('of a hundred dialogs only those with a word of the utterance are told', () => {
  const dialogs = Array.from({ length: 100 }, (_, number) => byPattern(`d${number}`, `*thing${number}x`));
  expect(find([...dialogs, byPattern('late', 'open a Thing7x now'), byPattern('fits', '*please')], 'a thing7x, please').attempts.map(({ dialogId }) => dialogId)).toEqual(['d7', 'late', 'fits']);
});

test('two hundred dialogs of twenty patterns are searched for less than reading the patterns once costs', () => {
  const dialogs = Array.from({ length: 200 }, (_, dialog) => byPattern(`d${dialog}`, ...Array.from({ length: 20 }, (_, line) => `* (word${dialog}|thing${dialog}) *(x|y${line})*`)));
  const program = buildBot(dialogs);
  const facts = (number: number) => ({ text: `some word that nobody wrote a pattern for, number ${number}`, intents: [] });
  const firstStartedAt = performance.now();
  findStarter(program, facts(0));
  const firstMs = performance.now() - firstStartedAt;
  const startedAt = performance.now();
  for (let number = 1; number <= 20; number += 1) findStarter(program, facts(number));
  const eachMs = (performance.now() - startedAt) / 20;
  expect(eachMs).toBeLessThan(firstMs);
});
