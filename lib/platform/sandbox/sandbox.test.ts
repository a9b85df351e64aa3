import { spawnSync } from 'node:child_process';
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

function run(source: string, limits: Partial<ScriptLimits> = {}, input = ''): Promise<ScriptOutcome> {
  return sandbox.run(toJob(source, limits, input));
}

async function outputOf(source: string, input = ''): Promise<string> {
  const outcome = await run(source, {}, input);
  if (outcome.kind !== 'finished') throw new Error(`expected an output, got ${JSON.stringify(outcome)}`);
  return outcome.outputText;
}

describe('a script that behaves', () => {
  test('gets its input and gives its output byte for byte', async () => {
    const input = JSON.stringify({ text: 'naïve 日本 \u{1F600} “quoted” \\ \u2028', empty: '' });
    expect(await outputOf('output = input', input)).toBe(input);
  });

  test.each([
    ['function declarations, var and loops', 'var n = 0; function add(x) { n += x; } for (var i = 0; i < 4; i++) add(i); output = n', '6'],
    ['implicit globals and with', 'total = 1; with ({ a: 2 }) { total += a; } output = total', '3'],
    ['a return outside a function', 'output = "early"; if (input === "") return; output = "late"', 'early'],
    ['modern syntax', 'const { a = 1, ...rest } = { b: 2 }; output = `${a}${rest.b}${[1, 2].at(-1)}${null ?? "x"}`', '122x'],
    ['classes and generators', 'class A { #x = 4; *[Symbol.iterator]() { yield this.#x; } } output = [...new A()].join()', '4'],
    ['an async function over values at hand', 'output = "no"; (async () => { await null; output = "yes"; })()', 'yes'],
    ['the clock', 'output = typeof Date.now() + (new Date().getFullYear() > 2020)', 'numbertrue'],
  ])('may use %s', async (_, source, expected) => {
    expect(await outputOf(source)).toBe(expected);
  });

  test('gets other random numbers in every run, between 0 and 1', async () => {
    const source = 'output = [Math.random(), Math.random()]';
    const texts = await Promise.all(Array.from({ length: 10 }, () => outputOf(source)));
    const numbers = texts.flatMap((text) => text.split(',').map(Number));
    expect(new Set(numbers).size).toBe(20);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  });

  test('a promise that never settles does not keep a run waiting', async () => {
    expect(await outputOf('output = "done"; new Promise(function () {})')).toBe('done');
  });

  test('console lines keep level, order and shape', async () => {
    const { console } = await run('console.log("a", 1, { b: [2] }); console.warn(null); console.error(new Error("oh")); console.debug(undefined); console.log("x\\ny")');
    expect(console.map(({ level, text }) => [level, text])).toEqual([
      ['log', 'a 1 {"b":[2]}'],
      ['warn', 'null'],
      ['error', 'Error: oh'],
      ['debug', 'undefined'],
      ['log', 'x\ny'],
    ]);
  });
});

describe('a script that fails', () => {
  test.each([
    ['a syntax error', 'var a = 1;\nvar b = ;', 'unexpected token', 2, 9],
    ['a syntax error in the first line', 'var = 1;', 'variable name expected', 1, 5],
    ['a missing bracket at the end', 'function f() {\n  return 1;\n', 'ends too early', 3, 1],
    ['a syntax error after a top-level return', 'return 1;\nvar 2x;', 'SyntaxError', 2, null],
    ['a runtime error in a nested function', 'function outer() {\n  function inner() {\n    return null.name;\n  }\n  return inner();\n}\nouter();', "cannot read property 'name' of null", 3, 16],
    ['a runtime error beside a top-level return', 'null.x; return', 'TypeError', 1, 5],
    ['a call of what is no function', 'var o = {};\no.items.first();', "cannot read property 'first' of undefined", 2, null],
    ['a call of an unknown method', 'var o = {};\no.first();', 'o.first is not a function', 2, null],
    ['an unknown name', '\nmissing + 1', "ReferenceError: 'missing' is not defined", 2, 1],
    ['invalid JSON', '\n\n  JSON.parse("{bad")', 'SyntaxError', 3, null],
    ['an error of its own', 'throw new RangeError("too far")', 'RangeError: too far', 1, null],
    ['a rejected promise', '\n(async function () {\n  throw new Error("later");\n})()', 'Error: later', 3, null],
  ])('names the place of %s', async (_, source, message, line, column) => {
    const outcome = await run(source);
    expect(outcome).toMatchObject({ kind: 'failed', line, message: expect.stringContaining(message) });
    if (column !== null) expect(outcome).toMatchObject({ column });
  });

  test.each([['"text"', 'text'], ['null', 'null'], ['undefined', 'undefined'], ['{ a: 1 }', '{"a":1}']])(
    'throwing %s is told without a place',
    async (thrown, message) => {
      expect(await run(`throw ${thrown.startsWith('{') ? `(${thrown})` : thrown}`)).toMatchObject({ kind: 'failed', message, line: null, column: null });
    },
  );

  test('keeps the console lines of before', async () => {
    expect(await run('console.log("before"); nope()')).toMatchObject({ kind: 'failed', console: [{ text: 'before' }] });
  });
});

describe('a run from outside', () => {
  test('can be cancelled while it runs; its console lines are kept', async () => {
    const controller = new AbortController();
    const outcome = sandbox.run(toJob('console.log("on"); for (;;);'), controller.signal);
    setTimeout(() => controller.abort(), 50);
    expect(await outcome).toMatchObject({ kind: 'cancelled', console: [{ text: 'on' }] });
  });

  test('can be cancelled while stuck in one native call', async () => {
    const controller = new AbortController();
    const outcome = sandbox.run(toJob('console.log("on"); Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)'), controller.signal);
    setTimeout(() => controller.abort(), 50);
    expect(await outcome).toMatchObject({ kind: 'cancelled', console: [{ text: 'on' }] });
  });

  test('is cancelled before it begins by a signal already aborted', async () => {
    expect(await sandbox.run(toJob('output = 1'), AbortSignal.abort())).toMatchObject({ kind: 'cancelled', durationMs: 0 });
  });

  test('is cancelled when the sandbox closes, running or waiting', async () => {
    const closing = createSandbox();
    const outcomes = [1, 2, 3, 4].map(() => closing.run(toJob('for (;;);')));
    setTimeout(() => void closing.close(), 100);
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(Array(4).fill('cancelled'));
    await expect(closing.run(toJob(''))).rejects.toMatchObject({ code: 'sandbox/closed' });
  });

  test('is refused with a fault when the worker file is missing', async () => {
    const lost = createSandbox({ workerFile: '/nonexistent/sandbox-worker.mjs' });
    await expect(lost.run(toJob(''))).rejects.toMatchObject({ code: 'sandbox/worker-failed' });
    await lost.close();
  });

  test('is refused with a fault when the prelude is broken, and the sandbox goes on', async () => {
    await expect(sandbox.run({ ...toJob(''), prelude: '(' })).rejects.toMatchObject({ code: 'sandbox/worker-failed' });
    expect(await outputOf('output = 1')).toBe('1');
  });

  test('waits for a running script, and an idle sandbox lets the process end', () => {
    const program = `import { createSandbox } from './lib/platform/sandbox/sandbox.ts';
      const outcome = await createSandbox().run(${JSON.stringify(toJob('output = "ended"'))});
      process.stdout.write(outcome.outputText);`;
    const child = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { encoding: 'utf8', timeout: 15_000 });
    expect(child).toMatchObject({ status: 0, stdout: 'ended' });
  });
});
