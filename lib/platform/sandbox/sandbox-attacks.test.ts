import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_SCRIPT_LIMITS, type ScriptJob, type ScriptLimits, type ScriptOutcome } from '@/lib/engine/script/script-job';
import { createSandbox } from './sandbox';

const PRELUDE = `(function (input) {
  var toText = String;
  globalThis.output = '';
  return function () { return toText(globalThis.output); };
})`;

const sandbox = createSandbox({ warmPreludes: [PRELUDE] });
afterAll(() => sandbox.close());

function toJob(source: string, limits: Partial<ScriptLimits> = {}): ScriptJob {
  return { prelude: PRELUDE, source, fileName: 'transform.js', input: '', limits: { ...DEFAULT_SCRIPT_LIMITS, ...limits } };
}

function run(source: string, limits: Partial<ScriptLimits> = {}): Promise<ScriptOutcome> {
  return sandbox.run(toJob(source, limits));
}

const timeLimit = { kind: 'limit-reached', limit: 'time', value: 300, unit: 'ms' };

describe('time', () => {
  test.each([
    ['endless loop', 'for (;;);'],
    ['endless loop that catches everything', 'for (;;) { try { for (;;); } catch (e) {} finally {} }'],
    ['endless chain of promises', '(function next() { Promise.resolve().then(next); })()'],
    ['regular-expression bomb', '/^(a+)+$/.test("a".repeat(40) + "b")'],
    ['one endless native call', 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)'],
    ['endless toString of the output', 'output = { toString: function () { for (;;); } }'],
    ['endless getter on a thrown error', 'throw { get message() { for (;;); } }'],
    ['endless Proxy traps', 'var p = new Proxy({}, { get: function () { for (;;); } }); output = p'],
    ['endless toJSON in the console', 'console.log({ toJSON: function () { for (;;); } })'],
  ])('%s ends at the time limit', async (_, source) => {
    const outcome = await run(`console.log("before");\n${source}`, { timeMs: 300 });
    expect(outcome).toMatchObject(timeLimit);
    expect(outcome.console[0]).toMatchObject({ text: 'before' });
  });

  test('hostile loops of one owner: other scripts and the main thread go on', async () => {
    const ended: string[] = [];
    const enough = new AbortController();
    // Far more time than the others need on a busy machine: that they don't wait for the loops is what counts.
    const hostile = Array.from({ length: 8 }, () =>
      sandbox.run({ ...toJob('for (;;);', { timeMs: 30_000 }), owner: 'mallory' }, enough.signal).then((outcome) => void ended.push(outcome.kind)),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (let index = 0; index < 20; index++) {
      expect(await sandbox.run({ ...toJob(`output = ${index}`), owner: 'alice' })).toMatchObject({ kind: 'finished', outputText: String(index) });
    }
    expect(ended).toEqual([]);
    enough.abort();
    await Promise.all(hostile);
    expect(ended).toEqual(Array(8).fill('cancelled'));
  });

  test('hostile loops of one owner, more than may run at once, all end at the time limit', async () => {
    const hostile = Array.from({ length: 8 }, () => sandbox.run({ ...toJob('for (;;);', { timeMs: 300 }), owner: 'mallory' }));
    for (const outcome of await Promise.all(hostile)) expect(outcome).toMatchObject(timeLimit);
  });
});

describe('memory, output, stack, console', () => {
  test.each([
    ['memory bomb of arrays', 'var a = []; for (;;) a.push(new Array(1000).fill(1))'],
    ['memory bomb of strings', 'var a = []; for (var i = 0;; i++) a.push("x".repeat(1e6) + i)'],
    ['memory bomb of small objects', 'var a = []; for (;;) a.push({ a: 1 })'],
    ['memory bomb of map entries', 'var m = new Map(); for (var i = 0;; i++) m.set(i, i)'],
    ['memory bomb that catches its error', 'var a = []; try { for (;;) a.push({ a: 1 }) } catch (e) { a.push({ a: 1 }, { a: 1 }); throw e; }'],
    ['one giant buffer', 'new ArrayBuffer(1e9)'],
    ['memory bomb in the console', 'console.log("x".repeat(1e9))'],
  ])('%s ends at the memory limit', async (_, source) => {
    const outcome = await run(source, { timeMs: 15_000 });
    expect(outcome).toMatchObject({ kind: 'limit-reached', limit: 'memory', value: 64 * 1024 * 1024, unit: 'bytes' });
  });

  test('memory bombs, several at once: the process stays under 600 MB meanwhile', async () => {
    const before = process.memoryUsage.rss();
    const outcomes = Array.from({ length: 6 }, () => run('var a = []; for (;;) a.push(new Array(1000).fill(1))', { timeMs: 15_000 }));
    const kinds = (await Promise.all(outcomes)).map(({ kind }) => kind);
    expect(kinds).toEqual(Array(6).fill('limit-reached'));
    expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 * 1024);
  });

  test('an input larger than the memory limit is refused', async () => {
    const job = { ...toJob('output = 1', { memoryBytes: 1024 * 1024 }), input: 'x'.repeat(2 * 1024 * 1024) };
    expect(await sandbox.run(job)).toMatchObject({ kind: 'limit-reached', limit: 'memory' });
  });

  test.each([
    ['output bomb', 'output = "x".repeat(6e6)'],
    ['output bomb of wide characters', 'output = "日".repeat(2e6)'],
  ])('%s ends at the output limit', async (_, source) => {
    expect(await run(source)).toMatchObject({ kind: 'limit-reached', limit: 'output', value: 5 * 1024 * 1024, unit: 'bytes' });
  });

  test.each([
    ['deep recursion', 'function f() { f(); } f()'],
    ['recursion through built-ins', 'function f() { [1].map(f); } f()'],
    ['deeply nested source', 'eval("(".repeat(200000))'],
    ['tower of proxies', 'var p = {}; for (var i = 0; i < 1e5; i++) p = new Proxy(p, {}); p.x'],
  ])('%s ends at the stack limit and leaves the sandbox sound', async (_, source) => {
    expect(await run(source)).toMatchObject({ kind: 'limit-reached', limit: 'stack', unit: 'bytes' });
    expect(await run('output = 1')).toMatchObject({ kind: 'finished', outputText: '1' });
  });

  test('console flood: the first thousand lines are kept, the rest counted', async () => {
    const outcome = await run('for (var i = 0; i < 5000; i++) console.log(i)');
    expect(outcome.console).toHaveLength(1_000);
    expect(outcome.console.at(-1)?.text).toBe('999');
    expect(outcome.consoleDroppedCount).toBe(4_000);
  });

  test('console flood of long lines: texts are cut, lines without room are counted', async () => {
    const outcome = await run('for (var i = 0; i < 1000; i++) console.log("日".repeat(1e5))');
    expect(outcome.console.every(({ text }) => text.length <= 2_001)).toBe(true);
    expect(outcome.console.length + outcome.consoleDroppedCount).toBe(1_000);
    expect(outcome.consoleDroppedCount).toBeGreaterThan(0);
  });
});

describe('isolation', () => {
  test('prototype pollution of one run reaches neither the next run nor the host', async () => {
    const pollute = `Object.prototype.evil = 1; Array.prototype.map = null; String = null; Math.random = function () { return 7; };
      JSON.parse = function () { return "evil"; }; globalThis.left = 1; console.log = null; Object.freeze(Object.prototype);`;
    const probe = 'output = [typeof ({}).evil, typeof [].map, typeof String, Math.random() < 1, JSON.parse("1"), typeof left, typeof console.log, Object.isFrozen(Object.prototype)]';
    for (let round = 0; round < 6; round++) {
      expect(await run(pollute)).toMatchObject({ kind: 'finished' });
      expect(await run(probe)).toMatchObject({ outputText: 'undefined,function,function,true,1,undefined,function,false' });
    }
    expect('evil' in {}).toBe(false);
  });

  test.each([
    ['constructor walk', 'output = this.constructor.constructor("return typeof process + typeof require")()'],
    ['constructor walk through console', 'output = console.log.constructor("return typeof process + typeof globalThis.process")()'],
    ['caller walk', 'output = (function f() { return typeof f.caller + typeof process; })().replace("object", "undefined")'],
    ['indirect eval', 'output = (0, eval)("typeof process + typeof require")'],
  ])('%s finds no host object', async (_, source) => {
    expect(await run(source)).toMatchObject({ kind: 'finished', outputText: 'undefinedundefined' });
  });

  test('a dynamic import loads nothing', async () => {
    expect(await run('import("node:fs").then(function () { output = "loaded"; }, function () { output = "refused"; })')).toMatchObject({ outputText: 'refused' });
  });

  test('the global object holds the language and the console only', async () => {
    const source = 'output = Object.getOwnPropertyNames(globalThis).filter(function (n) { return /^(process|require|module|fetch|setTimeout|setInterval|WebAssembly|std|os|scriptArgs|performance|Buffer|global)$/.test(n); })';
    expect(await run(source)).toMatchObject({ outputText: '' });
  });

  test.each([
    ['toString that throws', 'output = { toString: function () { throw new Error("trap"); } }', 'Error: trap'],
    ['toString that gives an object', 'output = { toString: function () { return {}; }, valueOf: function () { return {}; } }', 'TypeError'],
    ['error whose message throws', 'throw { get message() { throw 1; } }', 'cannot be shown'],
    ['error that is a hostile Proxy', 'throw new Proxy({}, { get: function () { throw new Error("x"); } })', 'cannot be shown'],
  ])('%s is the script’s failure', async (_, source, message) => {
    expect(await run(source)).toMatchObject({ kind: 'failed', message: expect.stringContaining(message) });
  });

  test('memory left by one run is not readable in the next', async () => {
    for (let round = 0; round < 4; round++) {
      await run('var a = []; for (var i = 0; i < 40; i++) a.push(new Uint8Array(1e5).fill(0xa5))');
      const probe = 'var n = 0; for (var i = 0; i < 40; i++) n += new Uint8Array(1e5).filter(function (b) { return b !== 0; }).length; output = n';
      expect(await run(probe)).toMatchObject({ kind: 'finished', outputText: '0' });
    }
  });

  test('a forged limit or a fake stack only changes the script’s own failure', async () => {
    const forged = 'var e = new Error("mine"); e.stack = "at x (transform.js:99:1)"; throw e';
    expect(await run(forged)).toMatchObject({ kind: 'failed', message: 'Error: mine', line: 1 });
  });
});
