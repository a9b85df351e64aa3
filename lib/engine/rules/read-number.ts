import type { JsonValue } from '@/lib/engine/json';

const NUMBER = /^[+-]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;

/**
 * The number that a value is, written out or as such; null for everything else. Digits after a leading zero (`007`) are no
 * number but a code that looks like one.
 */
export function toNumber(value: JsonValue): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 400) return null;
  const text = value.trim();
  if (!NUMBER.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
