import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import { readValue, typeOfValue, writeValue } from './typed-value';

describe('values of variables in a field', () => {
  it.each<[JsonValue]>([['12'], [12.5], [true], [null], [{ a: [1, '2'] }], [[]]])('%j keeps its type when it is edited and not changed', (value) => {
    expect(readValue(writeValue(value), typeOfValue(value))).toEqual({ ok: true, value });
  });

  it.each([
    ['number', ''],
    ['number', '12a'],
    ['json', '{a}'],
  ] as const)('refuses as %s “%s”', (type, text) => {
    expect(readValue(text, type)).toMatchObject({ ok: false });
  });
});
