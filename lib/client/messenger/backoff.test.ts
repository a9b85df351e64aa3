import { describe, expect, it } from 'vitest';
import { toBackoffMs } from './backoff';

describe('toBackoffMs', () => {
  it.each([
    [0, 1, 500],
    [0, 0, 250],
    [3, 1, 4_000],
    [20, 1, 30_000],
    [20, 0, 15_000],
  ])('after %i tries with luck %d', (tryCount, random, expected) => {
    expect(toBackoffMs(tryCount, random)).toBe(expected);
  });
});
