import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReferences, parseTemplate } from './parse-template';

describe('a known form between braces is a reference', () => {
  test.each([
    ['{$botContext.orderNumber}', { kind: 'bot', name: 'orderNumber' }],
    ['{$botContext.slot.city}', { kind: 'slot', name: 'city' }],
    ['{$botContext.slot}', { kind: 'bot', name: 'slot' }],
    ['{$botContext.a.b}', { kind: 'bot', name: 'a.b' }],
    ['{$botContext.__proto__}', { kind: 'bot', name: '__proto__' }],
    ['{$env.baseUrl}', { kind: 'environment', name: 'baseUrl' }],
    ['{$env.system_handleIntermediateUserMessage}', { kind: 'environment', name: 'system_handleIntermediateUserMessage' }],
    ['{Orders.title}', { kind: 'field', integration: 'Orders', key: 'title' }],
    ['{Orders.title.count}', { kind: 'field-count', integration: 'Orders', key: 'title' }],
    ['{Orders.count}', { kind: 'field', integration: 'Orders', key: 'count' }],
    ['{$userMessage}', { kind: 'system', name: 'userMessage' }],
    ['{$chatBotUserPlatformId}', { kind: 'system', name: 'chatBotUserPlatformId' }],
    [
      "{$.api_Orders.items[i]['net price']}",
      { kind: 'response', root: 'api_Orders', steps: [{ kind: 'key', name: 'items' }, { kind: 'every' }, { kind: 'key', name: 'net price' }] },
    ],
  ])('%s', (text, reference) => {
    expect(findReferences(`before ${text} after`)).toEqual([
      { kind: 'reference', text, name: text.slice(1, -1), reference, start: 7, end: 7 + text.length },
    ]);
  });
});

describe('other braces are plain text', () => {
  test.each([
    '{"a":1}', '{}', '{ }', '{a}', '{0}', '{{name}}', 'a{color:red;margin:1.5}', '{a b.c}', '{ Orders.title }', '{"a.b"}', '{1.5}',
    '{$}', '{$.}', '{$botContext}', '{$botContext.}', '{$env.}', '{$somethingElse}', '{$.items}', '{$.api_X[}', '{a.b.c}', '${name}', '{$env.a b}',
  ])('%s', (text) => {
    expect(parseTemplate(text)).toEqual([{ kind: 'text', text, start: 0, end: text.length }]);
  });
});

test('a reference inside of JSON braces is found', () => {
  expect(parseTemplate('{"a":{"b":"{$env.x}"}}').map((part) => part.text)).toEqual(['{"a":{"b":"', '{$env.x}', '"}}']);
  expect(findReferences('{{$env.x}}').map((part) => part.start)).toEqual([1]);
});

test('an empty template has no parts', () => {
  expect(parseTemplate('')).toEqual([]);
});

test('the parts joined are the template, whatever it is', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{', '}', '{$env.a}', '{$botContext.', '{X.k}', '$.', 'api_X', '[i]', "'"));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const template = pieces.join('');
      const parts = parseTemplate(template);
      expect(parts.map((part) => part.text).join('')).toBe(template);
      for (const part of parts) expect(template.slice(part.start, part.end)).toBe(part.text);
    }),
  );
});

test('a flood of opening braces is read in linear time', () => {
  expect(parseTemplate('{'.repeat(1_000_000))).toHaveLength(1);
});
