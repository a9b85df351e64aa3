import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import { substitute, type SubstitutionContext } from './substitute';
import { buildSnapshot } from './variable-snapshot.schema';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('..', '.', '%2e%2e', '"', '\\', '\r\n', '{$botContext.v}', '\ud800'));

function put(context: SubstitutionContext, template: string, value: JsonValue) {
  return substitute(template, buildSnapshot({ bot: { v: value }, environment: { v: typeof value === 'string' ? value : JSON.stringify(value) } }), context);
}

describe('url', () => {
  test.each<[string, string, string]>([
    ['{$botContext.v}/accounts', 'https://bank.example:8080/api?x=1', 'https://bank.example:8080/api?x=1/accounts'],
    ['https://{$botContext.v}/a', 'bank.example:8080', 'https://bank.example:8080/a'],
    ['https://{$botContext.v}/a', '[::1]', 'https://[::1]/a'],
    ['https://h/{$botContext.v}', 'a/../b', 'https://h/a%2F..%2Fb'],
    ['https://h/{$botContext.v}', '../admin', 'https://h/..%2Fadmin'],
    ['https://h/{$botContext.v}', '..\\admin', 'https://h/..%5Cadmin'],
    ['https://h/{$botContext.v}', '%2e%2e', 'https://h/%252e%252e'],
    ['https://h/{$botContext.v}/x', 'a?b=1#c', 'https://h/a%3Fb%3D1%23c/x'],
    ['https://h/{$botContext.v}', 'grün 🚀', 'https://h/gr%C3%BCn%20%F0%9F%9A%80'],
    ['https://h/{$botContext.v}', '{$env.secret}', 'https://h/%7B%24env.secret%7D'],
    ['https://h/{$botContext.v}', "it's (1)!*", 'https://h/it%27s%20%281%29%21%2A'],
    ['https://h/x?q={$botContext.v}&z=1', 'a&b=c#d', 'https://h/x?q=a%26b%3Dc%23d&z=1'],
    ['https://h/x?{$botContext.v}=1', 'a=b', 'https://h/x?a%3Db=1'],
    ['https://h?q={$botContext.v}', '..', 'https://h?q=..'],
    ['https://h/x#{$botContext.v}', 'a b', 'https://h/x#a%20b'],
    ['https://h/{$botContext.v}', '\r\nHost: evil', 'https://h/%0D%0AHost%3A%20evil'],
    ['https://h/{$botContext.v}', '\ud800', 'https://h/%EF%BF%BD'],
    ['https://h/{$botContext.missing}/x', '', 'https://h//x'],
    ['https://h/a/../{$botContext.v}', 'b', 'https://h/a/../b'],
    ['https://h/v{$botContext.v}', '..', 'https://h/v..'],
  ])('%s with %j', (template, value, text) => {
    expect(put('url', template, value)).toMatchObject({ text, problems: [] });
  });

  test.each<[string, string, string]>([
    ['a value cannot walk up the path', 'https://h/a/{$botContext.v}/b', '..'],
    ['a value cannot complete a dot segment', 'https://h/a/.{$botContext.v}', '.'],
    ['two values cannot make a dot segment', 'https://h/a/{$botContext.v}{$botContext.v}?x', '.'],
    ['a value cannot complete an encoded dot segment', 'https://h/a/%2E{$botContext.v}#x', '.'],
    ['a value cannot turn the host into userinfo', 'https://{$botContext.v}/', 'good.example@evil.example'],
    ['a value cannot add a path to the host', 'https://{$botContext.v}.example/', 'evil.example/'],
    ['a value cannot add a backslash to the host', 'https:\\\\{$botContext.v}.example/', 'evil.example\\'],
    ['a value cannot end the host with a question mark', 'https://{$botContext.v}.example/', 'evil.example?'],
    ['a value cannot end the host with a hash', 'https://{$botContext.v}.example/', 'evil.example#'],
    ['a value right after the scheme counts as host', 'https:/{$botContext.v}', '/evil.example'],
    ['a base address cannot hold a line break', '{$botContext.v}/a', 'https://h/\r\nX: 1'],
    ['a base address cannot hide a tab', '{$botContext.v}/a', 'https://h/.\t./'],
  ])('%s', (_title, template, value) => {
    expect(put('url', template, value).problems).toHaveLength(1);
  });

  test('a value never changes the number of path segments', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const snapshot = buildSnapshot({ bot: { first, second } });
        const { text, problems } = substitute('https://h/a/{$botContext.first}/b/x{$botContext.second}?q#f', snapshot, 'url');
        if (problems.length > 0) {
          expect(['.', '..']).toContain(first);
          return;
        }
        const url = new URL(text);
        const segments = url.pathname.split('/').map(decodeURIComponent);
        const wellFormed = (value: string) => value.replace(/\p{Surrogate}/gu, '\ufffd');
        expect(segments).toEqual(['', 'a', wellFormed(first), 'b', `x${wellFormed(second)}`]);
        expect([url.search, url.hash]).toEqual(['?q', '#f']);
      }),
    );
  });

  test('a query value comes back from URLSearchParams', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { text } = put('url', 'https://h/?a=1&v={$botContext.v}&b=2', value);
        expect([...new URL(text).searchParams]).toEqual([['a', '1'], ['v', value], ['b', '2']]);
      }),
    );
  });
});

describe('header', () => {
  test.each([['Bearer abc'], ['tab\tand é'], [''], ['{$env.v}']])('%j passes', (value) => {
    expect(put('header', 'x {$botContext.v}', value)).toMatchObject({ text: `x ${value}`, problems: [] });
  });

  test.each([
    ['a line break cannot begin another header', 'a\r\nX-Admin: 1'],
    ['a lone line feed cannot begin another header', 'a\nX-Admin: 1'],
    ['a NUL cannot end the header', 'a\0b'],
    ['a control character is refused', 'a\u001bb'],
    ['a character that only looks like a line feed after truncation is refused', 'a\u010ab'],
  ])('%s', (_title, value) => {
    const { problems } = put('header', '{$botContext.v}', value);
    expect(problems).toEqual([expect.stringContaining('{$botContext.v}')]);
  });
});

describe('json', () => {
  test.each<[string, JsonValue, JsonValue]>([
    ['{"a":"{$botContext.v}"}', 'say "hi"\\\n', { a: 'say "hi"\\\n' }],
    ['{"a":"{$botContext.v}"}', '","admin":true,"b":"', { a: '","admin":true,"b":"' }],
    ['{"a":"x{$botContext.v}y"}', { b: '"' }, { a: 'x{"b":"\\""}y' }],
    ['{"a":"{$botContext.missing}"}', '', { a: '' }],
    ['{"a":"{$botContext.v}"}', '{$env.v}', { a: '{$env.v}' }],
    [String.raw`{"a":"\"{$botContext.v}\""}`, '"', { a: '"""' }],
    [String.raw`{"a":"\\{$botContext.v}"}`, '"', { a: '\\"' }],
    [String.raw`{"a":"\{$botContext.v}"}`, '","x":"', { a: '\\","x":"' }],
    ['{"{$botContext.v}":1}', '__proto__', JSON.parse('{"__proto__":1}') as JsonValue],
    ['{"a":{$botContext.v}}', '12.50', { a: 12.5 }],
    ['{"a":{$botContext.v}}', '007', { a: '007' }],
    ['{"a":{$botContext.v}}', 'hello', { a: 'hello' }],
    ['{"a":{$botContext.v}}', '1,"admin":true', { a: '1,"admin":true' }],
    ['{"a":{$botContext.v}}', '[1],"admin":true', { a: '[1],"admin":true' }],
    ['{"a":{$botContext.v}}', '[{"b":1}]', { a: [{ b: 1 }] }],
    ['{"a":{$botContext.v}}', 'true', { a: true }],
    ['{"a":{$botContext.v}}', '"quoted"', { a: '"quoted"' }],
    ['{"a":{$botContext.v}}', '', { a: '' }],
    ['{"a":{$botContext.v}}', 5, { a: 5 }],
    ['{"a":{$botContext.v}}', false, { a: false }],
    ['{"a":{$botContext.v}}', { b: [null] }, { a: { b: [null] } }],
    ['{"a":{$botContext.missing}}', '', { a: null }],
    ['{$botContext.v}', '{"whole":"body"}', { whole: 'body' }],
  ])('%s with %j', (template, value, parsed) => {
    const { text, problems } = put('json', template, value);
    expect(problems).toEqual([]);
    expect(JSON.parse(text)).toEqual(parsed);
  });

  test('digits of a long number are kept', () => {
    expect(put('json', '{"id":{$botContext.v}}', '12345678901234567890').text).toBe('{"id":12345678901234567890}');
  });

  test('what a consumer typed cannot become an object', () => {
    const snapshot = buildSnapshot({ system: { userMessage: '{"$ne":null}' }, slot: { s: '[1]' } });
    expect(substitute('[{$userMessage},{$botContext.slot.s}]', snapshot, 'json').text).toBe('["{\\"$ne\\":null}","[1]"]');
  });

  test('several values are an array outside of a string and a list inside', () => {
    const snapshot = buildSnapshot({ fields: { 'X.k': ['a', 'b'] } });
    expect(substitute('[{X.k},"{X.k}"]', snapshot, 'json').text).toBe('[["a","b"],"a, b"]');
  });

  test('a string literal always parses back to the value', () => {
    fc.assert(
      fc.property(anyText, fc.string().map((text) => JSON.stringify(text).slice(1, -1).replaceAll('{', '')), (value, around) => {
        const { text } = put('json', `{"a":"${around}{$botContext.v}${around}","b":1}`, value);
        const plain: unknown = JSON.parse(`"${around}"`);
        expect(JSON.parse(text)).toEqual({ a: `${String(plain)}${value}${String(plain)}`, b: 1 });
      }),
    );
  });

  test('a bare value is always exactly one value', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.jsonValue().map((value) => JSON.stringify(value)), fc.jsonValue() as fc.Arbitrary<JsonValue>), (value) => {
        const parsed: unknown = JSON.parse(put('json', '[{$botContext.v},1]', value).text);
        expect(parsed).toHaveLength(2);
      }),
    );
  });
});

describe('form, xml and text', () => {
  test.each<[SubstitutionContext, string, string]>([
    ['form', 'a&b=c d+ü', 'v=a%26b%3Dc+d%2B%C3%BC'],
    ['form', '%26', 'v=%2526'],
    ['xml', `<a b="c">&'`, 'v=&lt;a b=&quot;c&quot;&gt;&amp;&apos;'],
    ['xml', 'a\0b\ud800c', 'v=abc'],
    ['text', '$& {$env.v} \r\n"', 'v=$& {$env.v} \r\n"'],
  ])('%s: %j', (context, value, text) => {
    expect(put(context, 'v={$botContext.v}', value).text).toBe(text);
  });
});

test('every use of a variable is reported with its plain value', () => {
  const snapshot = buildSnapshot({ bot: { a: 'x y' } });
  expect(substitute('https://h/{$botContext.a}/{$env.b}', snapshot, 'url').used).toEqual([
    { reference: '$botContext.a', scope: 'bot', value: 'x y', isSet: true },
    { reference: '$env.b', scope: 'environment', value: '', isSet: false },
  ]);
});
