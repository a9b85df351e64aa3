import { describe, expect, it } from 'vitest';
import { keepValue } from './kept-value';

function storageOf(entries: Map<string, string>): Storage {
  const partial: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
  return partial as Storage;
}

describe('a kept value', () => {
  it('is found again by the next page, and forgotten when it is told so', () => {
    const entries = new Map<string, string>();
    keepValue('token', () => storageOf(entries)).write('t-1');
    const next = keepValue('token', () => storageOf(entries));
    expect(next.read()).toBe('t-1');
    next.write(null);
    expect([next.read(), entries.size]).toEqual([null, 0]);
  });

  it('lives in memory where the browser denies its storage, and never throws', () => {
    const denied = keepValue('token', () => {
      throw new Error('SecurityError');
    });
    expect(denied.read()).toBeNull();
    denied.write('t-1');
    expect(denied.read()).toBe('t-1');
  });
});
