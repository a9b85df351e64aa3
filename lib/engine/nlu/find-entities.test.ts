import { describe, expect, test } from 'vitest';
import { programSchema } from '@/lib/engine/program/program.schema';
import { findEntities, listExpressions } from './find-entities';

function buildBot(definitions: Record<string, unknown>) {
  const entities = Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [`id-${name}`, { id: `id-${name}`, name, definition }]));
  return programSchema.parse({ botId: 'bot', releaseNumber: null, integrations: {}, entities });
}

const values = (...list: string[]) => ({ kind: 'value-set', values: list });
const expression = (text: string) => ({ kind: 'regular-expression', expression: text });

describe('values of a set', () => {
  const bot = buildBot({ city: values('York', 'New York~NYC', 'München~MUC', 'Munich~MUC', 'London~'), language: values('C', 'C++', '.NET', 'go'), country: values('日本', 'USA') });
  const find = (text: string) => findEntities(bot, { text, matches: {} });

  test.each([
    ['I live in new  york now', { city: [{ phrase: 'new york', dataValue: 'NYC' }] }],
    ['From York to New York', { city: [{ phrase: 'York', dataValue: 'York' }, { phrase: 'New York', dataValue: 'NYC' }] }],
    ['Yorkshire', {}],
    ["what is London's weather", { city: [{ phrase: 'London', dataValue: 'London' }] }],
    ['MÜNCHEN!', { city: [{ phrase: 'MÜNCHEN', dataValue: 'MUC' }] }],
    ['mu\u0308nchen', { city: [{ phrase: 'münchen', dataValue: 'MUC' }] }],
    ['I like C++ and .net', { language: [{ phrase: 'C++', dataValue: 'C++' }, { phrase: '.net', dataValue: '.NET' }] }],
    ['日本語です', { country: [{ phrase: '日本', dataValue: '日本' }] }],
    ['İ live in usa', { country: [{ phrase: 'usa', dataValue: 'USA' }] }],
    ['nothing here', {}],
    ['', {}],
  ])('in %j', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  test('two entities may take the same words', () => {
    const both = buildBot({ fruit: values('apple'), brand: values('Apple~AAPL') });
    expect(findEntities(both, { text: 'apple', matches: {} })).toEqual({ fruit: [{ phrase: 'apple', dataValue: 'apple' }], brand: [{ phrase: 'apple', dataValue: 'AAPL' }] });
  });

  test('an entity called like what every object has is found; only __proto__ is none', () => {
    const odd = buildBot({ ['__proto__']: values('x'), constructor: values('x') });
    expect(Object.keys(findEntities(odd, { text: 'x', matches: {} }))).toEqual(['constructor']);
  });

  test('five thousand values that begin alike are no burden', () => {
    const many = buildBot({ product: values(...Array.from({ length: 5_000 }, (_, index) => `new thing ${index}`)) });
    const startedAt = performance.now();
    expect(findEntities(many, { text: `${'new '.repeat(1_000)} thing 5000`, matches: {} })).toEqual({});
    expect(findEntities(many, { text: 'a new thing 4999', matches: {} })).toEqual({ product: [{ phrase: 'new thing 4999', dataValue: 'new thing 4999' }] });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('regular expressions', () => {
  const bot = buildBot({ order: expression('\\d{6}'), invoice: expression('\\d{6}'), mail: expression('.+@.+'), none: expression('') });

  test('are listed once each, to be matched elsewhere', () => {
    expect(listExpressions(bot)).toEqual(['\\d{6}', '.+@.+']);
  });

  test('find what was found for them; a problem or no answer is nothing', () => {
    const matches = { '\\d{6}': { found: '123456' }, '.+@.+': { problem: 'It took too long.' } };
    const found = [{ phrase: '123456', dataValue: '123456' }];
    expect(findEntities(bot, { text: 'order 123456', matches })).toEqual({ order: found, invoice: found });
    expect(findEntities(bot, { text: 'order', matches: { '\\d{6}': { found: null } } })).toEqual({});
  });
});
