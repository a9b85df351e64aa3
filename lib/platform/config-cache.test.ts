import { describe, expect, it } from 'vitest';
import { createConfigCache } from './config-cache';
import { createManualClock } from './manual-clock';

describe('config cache', () => {
  it('reads a key once until something changes', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: true });
    let loadCount = 0;
    const load = () => Promise.resolve((loadCount += 1));
    await cache.read('a', load);
    expect(await cache.read('a', load)).toBe(1);
    cache.forgetAll();
    expect(await cache.read('a', load)).toBe(2);
  });

  it('does not remember what was loaded before a change and arrived after it', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: true });
    let finish: (value: string) => void = () => undefined;
    const slow = cache.read('a', () => new Promise<string>((resolve) => (finish = resolve)));
    cache.forgetAll();
    finish('stale');
    expect(await slow).toBe('stale');
    expect(await cache.read('a', () => Promise.resolve('fresh'))).toBe('fresh');
  });

  it('gives all who ask while a value is loaded the same one', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: true });
    let loadCount = 0;
    const load = () => Promise.resolve((loadCount += 1));
    expect(await Promise.all([cache.read('a', load), cache.read('a', load)])).toEqual([1, 1]);
  });

  it('does not remember what was loaded while its key was forgotten', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: true });
    let finish: (value: string) => void = () => undefined;
    const slow = cache.read('a', () => new Promise<string>((resolve) => (finish = resolve)));
    cache.forget('a');
    finish('stale');
    await slow;
    expect(await cache.read('a', () => Promise.resolve('fresh'))).toBe('fresh');
  });

  it('a failure that arrives late does not drive out what was read meanwhile', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: true });
    let fail: (error: Error) => void = () => undefined;
    const slow = cache.read('a', () => new Promise<string>((_, reject) => (fail = reject)));
    cache.forget('a');
    await cache.read('a', () => Promise.resolve('fresh'));
    fail(new Error('down'));
    await expect(slow).rejects.toThrow('down');
    expect(await cache.read('a', () => Promise.resolve('newer'))).toBe('fresh');
  });

  it('remembers nothing when other processes write too', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: false });
    await cache.read('a', () => Promise.resolve(1));
    expect(await cache.read('a', () => Promise.resolve(2))).toBe(2);
  });

  it('gives nobody what was loaded before the question when other processes write too, and reads once what is asked at the same time', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: false });
    let loadCount = 0;
    const load = () => Promise.resolve((loadCount += 1));
    expect(await Promise.all([1, 2, 3, 4].map(() => cache.read('a', load)))).toEqual([1, 2, 2, 2]);
  });

  it('does not remember a failure', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: true });
    await expect(cache.read('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await cache.read('a', () => Promise.resolve(1))).toBe(1);
  });

  it('drops the oldest entry when it is full', async () => {
    const cache = createConfigCache({ clock: createManualClock(0), isOnlyWriter: true, entryCountMax: 2 });
    for (const key of ['a', 'b', 'c']) await cache.read(key, () => Promise.resolve('first'));
    expect(await cache.read('a', () => Promise.resolve('second'))).toBe('second');
    expect(await cache.read('c', () => Promise.resolve('second'))).toBe('first');
  });

  it('reads anew what has grown old', async () => {
    const clock = createManualClock(0);
    const cache = createConfigCache({ clock, isOnlyWriter: true, maxAgeMs: 1_000 });
    await cache.read('a', () => Promise.resolve('first'));
    await clock.advance(1_000);
    expect(await cache.read('a', () => Promise.resolve('second'))).toBe('second');
  });
});
