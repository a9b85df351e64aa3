import { describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/platform/clock';
import { createManualClock } from '@/lib/platform/manual-clock';

describe('the system clock', () => {
  it('shows the time of day', () => {
    expect(Math.abs(systemClock.nowMs() - Date.now())).toBeLessThan(1_000);
  });

  it('never runs backwards within a run', () => {
    const readings = Array.from({ length: 1_000 }, () => systemClock.nowMs());
    expect(readings).toEqual([...readings].sort((a, b) => a - b));
  });

  it('ends a sleep with the reason of the signal', async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleep).rejects.toThrow('enough');
    await expect(systemClock.sleep(60_000, controller.signal)).rejects.toThrow('enough');
  });
});

describe('the hand-moved clock', () => {
  it('wakes sleepers in the order in which they are due, each at its own time', async () => {
    const clock = createManualClock(1_000);
    const woken: [string, number][] = [];
    const nap = async (name: string, ms: number) => {
      await clock.sleep(ms);
      woken.push([name, clock.nowMs()]);
    };
    void nap('late', 30);
    void nap('early', 10);
    void nap('much later', 500);
    await clock.advance(100);
    expect(woken).toEqual([
      ['early', 1_010],
      ['late', 1_030],
    ]);
    expect(clock.nowMs()).toBe(1_100);
  });

  it('wakes a sleeper that falls asleep again on the way', async () => {
    const clock = createManualClock();
    const wokenAtMs: number[] = [];
    void (async () => {
      for (let round = 0; round < 3; round += 1) {
        await clock.sleep(10);
        wokenAtMs.push(clock.nowMs());
      }
    })();
    await clock.advance(25);
    expect(wokenAtMs).toEqual([10, 20]);
  });

  it('ends a sleep with the reason of the signal', async () => {
    const clock = createManualClock();
    const controller = new AbortController();
    const sleep = clock.sleep(10, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleep).rejects.toThrow('enough');
  });

  it('tells how long the earliest sleeper will sleep', async () => {
    const clock = createManualClock(5);
    const asleep = clock.whenAsleep();
    void clock.sleep(40);
    expect(await asleep).toBe(40);
  });
});
