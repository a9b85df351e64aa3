import { expect, it } from 'vitest';
import { createManualClock } from '@/lib/platform/manual-clock';
import { createSuspectLane } from './suspect-lane';

/** Work that ends when it is told to. */
function heldWork(begun: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async () => {
    begun.push(name);
    await ended;
    return name;
  };
  return { work, end };
}

it('turns come one after the other, and a failed one lets the next go on', async () => {
  const lane = createSuspectLane(createManualClock());
  const begun: string[] = [];
  const first = heldWork(begun, 'first');
  const running = [lane(first.work), lane(() => Promise.reject(new Error('broken'))), lane(() => Promise.resolve('third'))];
  const outcomes = Promise.allSettled(running);
  await new Promise(setImmediate);
  expect(begun).toEqual(['first']);
  first.end();
  expect(await outcomes).toMatchObject([{ value: 'first' }, { status: 'rejected' }, { value: 'third' }]);
});

it('a turn that takes long keeps the next one waiting for a second at most', async () => {
  const clock = createManualClock();
  const lane = createSuspectLane(clock);
  const begun: string[] = [];
  const [first, second] = [heldWork(begun, 'first'), heldWork(begun, 'second')];
  const running = [lane(first.work), lane(second.work)];
  await clock.whenAsleep();
  await clock.advance(999);
  expect(begun).toEqual(['first']);
  await clock.advance(1);
  expect(begun).toEqual(['first', 'second']);
  first.end();
  second.end();
  expect(await Promise.all(running)).toEqual(['first', 'second']);
});
