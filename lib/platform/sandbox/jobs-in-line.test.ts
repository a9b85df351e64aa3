import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_SCRIPT_LIMITS, type ScriptJob, type ScriptLimits, type ScriptOutcome } from '@/lib/engine/script/script-job';
import { createSandbox } from './sandbox';

/** Gives the script `input`, takes what it leaves in `output`. */
const PRELUDE = `(function (input) {
  globalThis.input = input;
  globalThis.output = '';
  return function () { return String(globalThis.output); };
})`;

const sandbox = createSandbox({ warmPreludes: [PRELUDE] });
afterAll(() => sandbox.close());

function toJob(source: string, limits: Partial<ScriptLimits> = {}, input = ''): ScriptJob {
  return { prelude: PRELUDE, source, fileName: 'transform.js', input, limits: { ...DEFAULT_SCRIPT_LIMITS, ...limits } };
}

function run(source: string, limits: Partial<ScriptLimits> = {}): Promise<ScriptOutcome> {
  return sandbox.run(toJob(source, limits));
}

/** Quick scripts, as many at once; a thread whose last script was quick lets another job wait in it. */
function runQuick(count: number): Promise<ScriptOutcome[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => sandbox.run(toJob(`console.log("line ${index}"); output = input`, {}, `input ${index}`))));
}

/** Both threads are up and have run quick scripts last. */
async function warmUp(): Promise<void> {
  for (let round = 0; round < 4; round += 1) await Promise.all([1, 2].map(() => run('var end = Date.now() + 40; while (Date.now() < end);')));
  await runQuick(20);
}

describe('jobs one behind the other in a thread', () => {
  test('each gets its own input, output and console lines', async () => {
    const outcomes = await runQuick(200);
    expect(outcomes.map((outcome) => outcome.kind === 'finished' && outcome.outputText)).toEqual(outcomes.map((_, index) => `input ${index}`));
    expect(outcomes.map((outcome) => outcome.console.map(({ text }) => text))).toEqual(outcomes.map((_, index) => [`line ${index}`]));
  });

  test.each([
    ['an endless loop', 'for (;;);'],
    ['a memory bomb', 'var a = []; for (;;) a.push("x".repeat(1e6) + a.length)'],
    ['a native call that has to be terminated', 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)'],
  ])('%s in front does not take the others with it', async (_, source) => {
    await warmUp();
    const bad = [1, 2].map(() => run(source, { timeMs: 400 }));
    const outcomes = await runQuick(20);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(20).fill('finished'));
    expect((await Promise.all(bad)).map(({ kind }) => kind)).toEqual(['limit-reached', 'limit-reached']);
  });

  test('a job behind a slow one does not wait for its end', async () => {
    await warmUp();
    const slow = [1, 2].map(() => run('for (;;);', { timeMs: 2_000 }));
    const startedAt = performance.now();
    await runQuick(4);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    await Promise.all(slow);
  });

  test('a job that waits can be cancelled, the one in front goes on', async () => {
    await warmUp();
    const front = [1, 2].map(() => run('var end = Date.now() + 300; while (Date.now() < end); output = "front"'));
    const controller = new AbortController();
    const waiting = [1, 2].map(() => sandbox.run(toJob('output = "ran"'), controller.signal));
    controller.abort();
    const startedAt = performance.now();
    expect((await Promise.all(waiting)).map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled']);
    expect(performance.now() - startedAt).toBeLessThan(150);
    expect((await Promise.all(front)).map((outcome) => outcome.kind === 'finished' && outcome.outputText)).toEqual(['front', 'front']);
  });

  test('jobs waiting in threads end as cancelled when the sandbox closes', async () => {
    const closing = createSandbox({ warmPreludes: [PRELUDE] });
    await Promise.all([1, 2, 3, 4].map(() => closing.run(toJob(''))));
    const outcomes = [1, 2, 3, 4].map(() => closing.run(toJob('for (;;);')));
    await closing.close();
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(Array(4).fill('cancelled'));
  });
});
