import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateJsonError } from '@/lib/modules/integration-run/locate-json-error.rules';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('locating an error in JSON', () => {
  it.each([
    ['', 1, 1, 'expected a value, but the text ends'],
    ['{"a": 1,\n "b" 2}', 2, 6, 'expected “:”, but found “2”'],
    ['{"a": 1,}', 1, 9, 'expected a name in double quotes, but found “}”'],
    ['[1, 2,]', 1, 7, 'expected a value, but found “]”'],
    ['[1 2]', 1, 4, 'expected “,” or the closing bracket, but found “2”'],
    ['[1}', 1, 3, 'expected “,” or the closing bracket, but found “}”'],
    ['{a: 1}', 1, 2, '“a” is not JSON'],
    ["{'a': 1}", 1, 2, '“\'” is not JSON'],
    ['[\r\n  undefined\r\n]', 2, 3, '“undefined” is not JSON'],
    ['[01]', 1, 2, '“01” is not JSON'],
    ['[1.]', 1, 2, '“1.” is not JSON'],
    ['{"a": "x', 1, 7, 'a text begins here that never ends'],
    ['["a\nb"]', 1, 4, 'a line break or control character stands inside a text'],
    ['["\\x"]', 1, 3, '“\\x” is no escape sequence of JSON'],
    ['{} {}', 1, 4, 'expected the end, but found “{”'],
    ['{"a": [1, {"b": 2}', 1, 19, 'expected “,” or the closing bracket, but the text ends'],
    ['<html>', 1, 1, '“<” is not JSON'],
  ])('%j: line %i, column %i', (text, ...[line, column, problem]) => {
    expect(locateJsonError(text)).toEqual({ line, column, problem });
  });

  it('finds an error exactly where JSON.parse finds one', () => {
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'x')).map(([json, seed, inserted]) => {
      const at = seed % (json.length + 1);
      return json.slice(0, at) + inserted + json.slice(inserted === '' ? at + 1 : at);
    });
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged, fc.string()), (text) => {
        expect(locateJsonError(text) === null).toBe(isJson(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('a stack bomb of brackets is located, not run into', () => {
    expect(locateJsonError('['.repeat(1_000_000))).toMatchObject({ column: 1_000_001 });
  });
});
