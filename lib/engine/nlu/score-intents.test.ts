import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programSchema, type Program } from '@/lib/engine/program/program.schema';
import { MISSPELT, PARAPHRASES, TRAINING, UNRELATED } from './intent-test-set';
import { BANDS, isAtLeast, toBand } from './score-band';
import { scoreIntents } from './score-intents';

function buildBot(training: Record<string, string[]>, more: { language?: string; entities?: unknown } = {}): Program {
  const intents = Object.fromEntries(Object.entries(training).map(([name, phrases]) => [name, { id: name, name, phrases }]));
  return programSchema.parse({ botId: 'bot', releaseNumber: null, integrations: {}, intents, settings: { language: more.language ?? 'en' }, entities: more.entities ?? {} });
}

const bank = buildBot(TRAINING);

describe('twenty intents of a bank', () => {
  test.each(Object.entries(TRAINING).flatMap(([intent, phrases]) => phrases.map((phrase) => [phrase, intent])))('the phrase %j is %s at 100', (phrase, intent) => {
    expect(scoreIntents(bank, ` ${(phrase ?? '').toUpperCase()}! `)[0]).toEqual({ intentId: intent, score: 100, band: 'very-good' });
  });

  test.each([...PARAPHRASES, ...MISSPELT])('%j means %s and is at least GOOD', (utterance, intent) => {
    const [best] = scoreIntents(bank, utterance);
    expect(best?.intentId).toBe(intent);
    expect(isAtLeast(best?.score ?? 0, 'good')).toBe(true);
    expect(best?.score).toBeLessThan(100);
  });

  test.each(UNRELATED)('%j means nothing', (utterance) => {
    expect(isAtLeast(scoreIntents(bank, utterance)[0]?.score ?? 0, 'good')).toBe(false);
  });

  test('of what is unrelated nine in ten are POOR', () => {
    const poor = UNRELATED.filter((utterance) => toBand(scoreIntents(bank, utterance)[0]?.score ?? 0) === 'poor');
    expect(poor.length).toBeGreaterThanOrEqual(UNRELATED.length * 0.9);
  });
});

describe('other languages, as far as letters go', () => {
  test.each([
    ['de', { balance: ['wie ist mein kontostand', 'kontostand abfragen'], card: ['karte sperren', 'ich habe meine karte verloren'], visit: ['termin vereinbaren', 'ich möchte einen termin'] }, [['Kontostände', 'balance'], ['bitte meine kreditkarte sperren', 'card'], ['Terminvereinbarung', 'visit'], ['Ich mochte einen Termin', 'visit']]],
    ['zh', { balance: ['我的余额是多少', '查询余额'], card: ['我丢了卡', '挂失银行卡'] }, [['余额', 'balance'], ['我的卡丢了', 'card']]],
    ['ru', { balance: ['какой у меня баланс', 'показать баланс счета'], card: ['заблокировать карту', 'я потерял карту'] }, [['баланс счёта', 'balance'], ['потеряла карту', 'card']]],
  ])('%s', (language, training, expectations) => {
    const bot = buildBot(training, { language });
    for (const [utterance, intent] of expectations) {
      const [best] = scoreIntents(bot, utterance ?? '');
      expect([utterance, best?.intentId, isAtLeast(best?.score ?? 0, 'good')]).toEqual([utterance, intent, true]);
    }
  });
});

describe('entities in training phrases', () => {
  const entities = { city: { id: 'city', name: 'city', definition: { kind: 'value-set', values: ['London', 'New York~NYC'] } }, flight: { id: 'flight', name: 'flightNumber', definition: { kind: 'regular-expression', expression: '[a-z]{2}\\d{3}' } } };
  const bot = buildBot({ book: ['fly to @city', 'a ticket from @city to @city'], status: ['is @flightNumber on time'], weather: ['weather tomorrow'] }, { entities });

  test.each([
    ['fly to New York', 'book', 100],
    ['Fly to LONDON!', 'book', 100],
    ['a ticket from London to New York', 'book', 100],
    ['fly to @city', 'book', 100],
  ])('%j stands for the phrase with its entity', (utterance, intentId, score) => {
    expect(scoreIntents(bot, utterance)[0]).toMatchObject({ intentId, score });
  });

  test('a place that is none of the values fits less well', () => {
    expect(scoreIntents(bot, 'fly to Atlantis')[0]?.score).toBeLessThan(75);
  });

  test('what a regular expression found counts when it is given', () => {
    const found = { flightNumber: [{ phrase: 'ba123', dataValue: 'ba123' }] };
    expect(scoreIntents(bot, 'is BA123 on time?', found)[0]).toMatchObject({ intentId: 'status', score: 100 });
    expect(scoreIntents(bot, 'is BA123 on time?')[0]?.score ?? 0).toBeLessThan(100);
  });
});

describe('always', () => {
  test('a bot without intents, an intent without phrases and an empty text give nothing', () => {
    expect(scoreIntents(buildBot({}), 'hello')).toEqual([]);
    expect(scoreIntents(buildBot({ empty: [], blank: ['', ' ? '] }), 'hello')).toEqual([]);
    expect(scoreIntents(bank, '  ')).toEqual([]);
  });

  test('whatever is said, scores are within 0 and 100, ordered, in the band they say and the same again', () => {
    const words = Object.values(TRAINING).flat().join(' ').split(' ');
    const utterances = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((said) => said.join(' ')));
    fc.assert(
      fc.property(utterances, (utterance) => {
        const scores = scoreIntents(bank, utterance);
        expect(scores).toEqual(scoreIntents(buildBot(TRAINING), utterance));
        for (const { score, band } of scores) expect(score > 0 && score <= 100 && toBand(score) === band).toBe(true);
        expect(scores.map(({ score }) => score)).toEqual(scores.map(({ score }) => score).sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });

  test('the bands are those of the reference', () => {
    expect(BANDS.map(({ label, scoreMin }) => `${label} ${scoreMin}`)).toEqual(['VERY GOOD 75', 'GOOD 60', 'FAIR PLUS 45', 'FAIR 30', 'POOR 0']);
    expect([100, 75, 74.9, 60, 45, 30, 29.9, 0].map(toBand)).toEqual(['very-good', 'very-good', 'good', 'good', 'fair-plus', 'fair', 'poor', 'poor']);
  });

  test('an endless text of unknown words is scored in less than a second', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `balanc${index.toString(36).replace(/\d/g, 'x')}`).join(' ');
    const startedAt = performance.now();
    scoreIntents(bank, text);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
