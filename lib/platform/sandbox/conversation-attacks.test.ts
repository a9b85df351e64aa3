import { afterAll, describe, expect, test } from 'vitest';
import { createScriptBench } from './conversation-script.fixture';

const bench = createScriptBench();
afterAll(() => bench.close());
const { run, commandsOf } = bench;

const sent = { kind: 'send-message', message: { text: 'kept', visibility: 'normal', quickReplies: [] } };
const SEND = "botContext.sendMessage('kept');\n";

describe('a script that is stopped keeps what it had asked for', () => {
  test.each<[string, string, { kind: string; limit?: string }]>([
    ['an error', 'null.x;', { kind: 'failed' }],
    ['an endless loop', 'for (;;);', { kind: 'limit', limit: 'time' }],
    ['a memory bomb', 'var a = []; for (;;) a.push(new Array(1000).fill(1));', { kind: 'limit', limit: 'memory' }],
    ['a memory bomb of strings', "var s = 'x'.repeat(1e6), a = []; for (var i = 0;; i++) a.push(s + i);", { kind: 'limit', limit: 'memory' }],
    ['endless recursion', '(function f() { f(); })();', { kind: 'limit', limit: 'stack' }],
    ['an endless chain of promises', '(function next() { Promise.resolve().then(next); })();', { kind: 'limit', limit: 'time' }],
    ['a value that is endless to write', "botContext.setBotVariable('v', { toJSON: function () { for (;;); } });", { kind: 'limit', limit: 'time' }],
    ['a thrown object with an endless getter', 'throw { get message() { for (;;); } };', { kind: 'limit', limit: 'time' }],
  ])('%s', async (_, source, end) => {
    const timeMs = end.limit === 'memory' ? 15_000 : 300;
    expect(await run(SEND + source, { limits: { timeMs } })).toMatchObject({ end, commands: [sent] });
  });

  test('a value that turns hostile when it is written at the end counts as it was when it was set', async () => {
    const { end, commands } = await run(`${SEND}var v = { n: 1 }; botContext.setBotVariable('v', v); v.toJSON = function () { throw new Error('boom'); };`);
    expect(end).toMatchObject({ kind: 'failed', message: expect.stringContaining('boom') });
    expect(commands).toEqual([sent, { kind: 'set-variable', name: 'v', value: { n: 1 }, duration: 'request' }]);
  });

  test('a value that is endless to write at the end counts as it was when it was set', async () => {
    const { end, commands } = await run("var v = { n: 1 }; botContext.setBotVariable('v', v); Object.defineProperty(v, 'm', { enumerable: true, get: function () { for (;;); } });", { limits: { timeMs: 300 } });
    expect(end).toMatchObject({ kind: 'limit', limit: 'time' });
    expect(commands).toMatchObject([{ name: 'v', value: { n: 1 } }]);
  });

  test('the sandbox is as new afterwards', async () => {
    await run('var leftover = 1; for (;;);', { limits: { timeMs: 100 } });
    expect(await commandsOf('botContext.sendMessage(typeof leftover);')).toMatchObject([{ message: { text: 'undefined' } }]);
  });
});

describe('a script can’t forge or break its commands', () => {
  test.each([
    ['JSON replaced', "JSON.stringify = function () { return '{\"kind\":\"close\"}'; }; JSON.parse = null;"],
    ['Array and its prototype replaced', 'Array.prototype.push = Array.prototype.join = Array.isArray = null; globalThis.Array = null;'],
    ['setters on Array.prototype', "Object.defineProperty(Array.prototype, '0', { set: function () { throw new Error('trap'); } });"],
    ['setters on Object.prototype', "['json', 'rewrite', 'kind', '0'].forEach(function (k) { Object.defineProperty(Object.prototype, k, { configurable: true, get: function () { return 'forged'; }, set: function () { throw new Error('trap'); } }); });"],
    ['toJSON on every prototype', "[Object, String, Number, Boolean, Array].forEach(function (c) { c.prototype.toJSON = function () { return 'forged'; }; });"],
    ['String and its prototype replaced', "String.prototype.indexOf = String.prototype.slice = String.prototype.trim = function () { throw new Error('trap'); }; globalThis.String = null;"],
    ['Object.hasOwn and friends replaced', 'Object.hasOwn = Object.create = Object.keys = Object.defineProperty = null; globalThis.Object = null;'],
    ['Function.prototype.call and bind replaced', 'Function.prototype.call = Function.prototype.bind = Function.prototype.apply = null; globalThis.Function = null;'],
    ['Reflect and Proxy replaced', 'globalThis.Reflect = globalThis.Proxy = globalThis.Error = null;'],
  ])('%s', async (_, attack) => {
    const commands = await commandsOf(`${attack}
      botContext.sendMessageWithQuickReplies('kept', ['A~1']);
      botContext.registerContextNamespace('n');
      botContext.setContextDataForUser('n', 'p', 'v');
      botContext.setBotVariable('seen', botContext.getContextDataForUser('n', 'p') + botContext.getBotVariable('city'));`, { snapshot: { bot: { city: 'Graz' } } });
    expect(commands).toEqual([
      { ...sent, message: { ...sent.message, quickReplies: [{ title: 'A', payload: '1' }] } },
      { kind: 'register-context', namespace: 'n', ttlS: null },
      { kind: 'set-context', scope: 'user', namespace: 'n', property: 'p', value: 'v' },
      { kind: 'set-variable', name: 'seen', value: 'vGraz', duration: 'request' },
    ]);
  });

  test('prototypes polluted by Global Functions don’t show up as variables, fields, context or entities', async () => {
    const globalFunctions = "Object.prototype.polluted = 'yes'; Object.prototype['x.y'] = ['yes'];";
    const source = `botContext.setBotVariable('seen', '' + [botContext.getBotVariable('polluted'), botContext.getBotVariable('x.y'), botContext.getEnvVariable('polluted'),
      botContext.getWebViewVariable('polluted'), botContext.getContextDataForUser('polluted', 'p'), botContext.getNamedEntities('polluted')]);`;
    const commands = await commandsOf(source, { globalFunctions });
    expect(commands.at(-1)).toMatchObject({ value: ',,,,,' });
  });

  test('names with quotation marks and line breaks stay names; NUL, which PostgreSQL can’t keep, is dropped', async () => {
    const name = 'a"},{"kind":"note","text":"forged"\n\u2028';
    const written = JSON.stringify(`${name}\0`);
    expect(await commandsOf(`botContext.setBotVariable(${written}, ${written}); botContext.setTriggerNextMessage(${written});`)).toEqual([
      { kind: 'set-variable', name, value: name, duration: 'request' },
      { kind: 'trigger-next', interactionName: name },
    ]);
  });

  test('a value with a key __proto__ stays plain data', async () => {
    const [command] = await commandsOf(`botContext.setBotVariable('v', JSON.parse('{"__proto__":{"isAdmin":true}}'));`);
    expect(JSON.stringify(command)).toContain('"value":{"__proto__":{"isAdmin":true}}');
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  test.each([
    ["botContext.registerContextNamespace('__proto__')", false],
    ["botContext.registerContextNamespace('n') && botContext.setGlobalContextData('n', '__proto__', { isAdmin: true })", false],
  ])('%s is refused', async (expression, value) => {
    const commands = await commandsOf(`botContext.setBotVariable('result', ${expression});`);
    expect(commands.at(-1)).toMatchObject({ value });
    expect(JSON.stringify(commands)).not.toContain('__proto__');
  });

  test('botContext functions that a script puts in the place of ours are its own affair', async () => {
    expect(await commandsOf("botContext.sendMessage = function () {}; botContext.sendMessage('lost'); botContext = { sendMessage: 1 };")).toEqual([]);
  });
});

describe('floods', () => {
  test('more than 1,000 commands: the script fails where it asks for one more, the first 1,000 count', async () => {
    const { end, commands } = await run("for (var i = 0; i < 5000; i++)\n  botContext.sendMessage('m');");
    expect(end).toMatchObject({ kind: 'failed', message: expect.stringContaining('at most 1,000'), line: 2 });
    expect(commands).toHaveLength(1_000);
  });

  test('more output than there is room for ends at that limit', async () => {
    expect(await run("botContext.setBotVariable('big', 'x'.repeat(6e6));")).toMatchObject({ end: { kind: 'limit', limit: 'output', value: 5 * 1024 * 1024 }, commands: [] });
  });

  test('more console lines than are kept: the console says how many are missing', async () => {
    const { console } = await run("for (var i = 0; i < 1500; i++) botContext.printDebugMessage('line ' + i);");
    expect(console).toHaveLength(1_001);
    expect(console[0]).toMatchObject({ level: 'debug', text: 'line 0' });
    expect(console.at(-1)).toMatchObject({ level: 'warn', text: '500 more lines were left out.' });
  });

  test('a script that asks for many zones names at most 20 of them', async () => {
    const { needs } = await run("for (var i = 0; i < 100; i++) { try { botContext.getHoursType(['A~1:00~2:00'], 'Zone/' + i); } catch (e) {} }");
    expect(needs.zones).toHaveLength(20);
  });
});
