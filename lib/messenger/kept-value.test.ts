import { describe, expect, it, vi } from 'vitest';
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

  it('that another tab has taken away is not brought back from memory', () => {
    const entries = new Map<string, string>();
    const value = keepValue('token', () => storageOf(entries));
    value.write('t-1');
    entries.delete('token');
    expect(value.read()).toBeNull();
  });

  it('tells what another tab has written, once, and nothing of what this one writes', () => {
    const hear = new Map<string, (event: object) => void>();
    vi.stubGlobal('addEventListener', (name: string, listener: (event: object) => void) => hear.set(name, listener));
    const entries = new Map([['token', 't-1']]);
    const value = keepValue('token', () => storageOf(entries));
    const told: (string | null)[] = [];
    value.watch((now) => told.push(now));
    vi.unstubAllGlobals();
    value.write('t-2');
    hear.get('storage')?.({ key: 'token' });
    hear.get('pageshow')?.({ persisted: true });
    entries.delete('token');
    hear.get('storage')?.({ key: 'another' });
    hear.get('storage')?.({ key: 'token' });
    hear.get('pageshow')?.({ persisted: true });
    entries.set('token', 't-3');
    // It rested in the browser's history, where no event reaches it.
    hear.get('pageshow')?.({ persisted: false });
    hear.get('pageshow')?.({ persisted: true });
    expect(told).toEqual([null, 't-3']);
  });
});
