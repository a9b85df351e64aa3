import { describe, expect, it } from 'vitest';
import { createSharedReads } from './shared-reads';

/** Loads that are finished by hand, each with its number. */
function createLoads() {
  const finish: (() => void)[] = [];
  const load = () =>
    new Promise<number>((resolve) => {
      const number = finish.length + 1;
      finish.push(() => resolve(number));
    });
  return { load, finish, count: () => finish.length };
}

describe('shared reads', () => {
  it('never give what was loaded before the question, and load once for all who ask meanwhile', async () => {
    const reads = createSharedReads();
    const loads = createLoads();
    const first = reads.read('a', loads.load);
    const [second, third] = [reads.read('a', loads.load), reads.read('a', loads.load)];
    expect(loads.count()).toBe(1);
    loads.finish[0]?.();
    expect(await first).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(loads.count()).toBe(2);
    const fourth = reads.read('a', loads.load);
    loads.finish[1]?.();
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    await new Promise((resolve) => setImmediate(resolve));
    loads.finish[2]?.();
    expect(await fourth).toBe(3);
  });

  it('remember nothing', async () => {
    const reads = createSharedReads();
    let count = 0;
    const load = () => Promise.resolve((count += 1));
    expect([await reads.read('a', load), await reads.read('a', load)]).toEqual([1, 2]);
  });

  it('of different keys wait for nothing of each other', async () => {
    const reads = createSharedReads();
    const loads = createLoads();
    void reads.read('a', loads.load);
    void reads.read('b', loads.load);
    expect(loads.count()).toBe(2);
  });

  it('fail for those only who asked for the load that failed', async () => {
    const reads = createSharedReads();
    const failing = reads.read('a', () => Promise.reject(new Error('down')));
    const next = reads.read('a', () => Promise.resolve('up'));
    await expect(failing).rejects.toThrow('down');
    expect(await next).toBe('up');
    const bothFail = [1, 2, 3].map(() => reads.read('a', () => Promise.reject(new Error('down'))));
    expect((await Promise.allSettled(bothFail)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await reads.read('a', () => Promise.resolve('up again'))).toBe('up again');
  });
});
