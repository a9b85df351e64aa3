import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';
import { createRunBench, type RunBench } from './run-integration.fixture';

let bank: RunningBank;
let bench: RunBench;
beforeAll(async () => {
  bank = await startSampleBank();
  bench = createRunBench();
});
afterAll(async () => {
  await bench.close();
  await bank.close();
});

/** A run of a script on a document that the bank gives. */
const runScript = async (transformScript: string, options: Parameters<RunBench['run']>[1] & { path?: string; fields?: Record<string, string> } = {}) => {
  const { path = '/branches', fields = {}, ...rest } = options;
  const customDataFields = Object.entries(fields).map(([key, fieldPath]) => ({ key, path: fieldPath }));
  return (await bench.run({ url: `${bank.url}${path}`, transformScript, customDataFields }, rest)).record;
};

describe('a transform result script', () => {
  it('reads the response as api_X with jsonData, and its status as the number api_XStatus', async () => {
    const { script, outcome } = await runScript(`
      var holder = botContext.getBotVariable('api_bank');
      var whole = JSON.parse(holder.jsonData);
      print([typeof holder.jsonData, Object.keys(whole).join(), Array.isArray(whole.api_bank), botContext.getBotVariable('api_bankStatus') === 200].join(' '));`);
    expect(outcome).toEqual({ kind: 'success', status: 200 });
    expect(script?.console).toMatchObject([{ level: 'log', text: 'string api_bank true true' }]);
    expect(script?.transformedText).toBeNull();
  });

  it('sees the status of a failed call', async () => {
    const { script } = await runScript('print(botContext.getBotVariable("api_bankStatus") + " " + botContext.isApiExecutionSuccessful())', { path: '/status/404' });
    expect(script?.console).toMatchObject([{ text: '404 false' }]);
  });

  it('replaces the result: the fields see the replaced one', async () => {
    const { fields, script, response } = await runScript(
      `var response = botContext.getBotVariable('api_bank');
       var branches = JSON.parse(response.jsonData).api_bank;
       response.jsonData = JSON.stringify({ api_bank: { items: branches } });
       botContext.setBotVariable('api_bank', response, true, false);`,
      { fields: { city: '{$.api_bank.items[i].city}', first: '{$.api_bank.items[0].city}', old: '{$.api_bank[0].city}' } },
    );
    const cities = (JSON.parse(response?.bodyText ?? '') as { city: string }[]).map(({ city }) => city);
    expect(fields).toMatchObject([
      { key: 'city', values: cities, count: cities.length },
      { key: 'first', values: [cities[0]], count: 1 },
      { key: 'old', values: [], count: 0 },
    ]);
    expect(JSON.parse(script?.transformedText ?? '')).toHaveProperty('items');
  });

  it('changing the object without setting it back leaves the result as it was', async () => {
    const { fields } = await runScript('botContext.getBotVariable("api_bank").jsonData = "{}";', { fields: { city: '{$.api_bank[0].city}' } });
    expect(fields[0]?.count).toBe(1);
  });

  it('sets variables: the last value of each name, in order, with its life', async () => {
    const { script } = await runScript(`
      botContext.setBotVariable('a', 'first', false, false);
      botContext.setBotVariable('b', JSON.stringify([1, 2]), true, false);
      botContext.setBotVariable('a', { deep: [null, 1.5] }, false, true);`);
    expect(script?.variables).toEqual([
      { name: 'a', value: { deep: [null, 1.5] }, scope: 'permanent' },
      { name: 'b', value: '[1,2]', scope: 'session' },
    ]);
  });

  it('reads earlier results, their fields and counts, environment and conversation', async () => {
    const { script } = await runScript(
      `print([botContext.getBotVariable('orders.id'), botContext.getBotVariable('orders.all').length, botContext.getBotVariable('orders.all.count'), botContext.getBotVariable('none.such'),
        botContext.getEnvVariable('region'), botContext.getBotVariable('city'), botContext.getConversationId()].join('|'));`,
      { variables: { fields: { 'orders.id': ['7'], 'orders.all': ['7', '8'] }, environment: { region: 'eu' }, bot: { city: 'Bonn' }, system: { conversationId: 'c-1' } } },
    );
    expect(script?.console).toMatchObject([{ text: '7|2|2||eu|Bonn|c-1' }]);
  });

  it('runs ES5 from the wild and modern JavaScript alike', async () => {
    const { outcome, script } = await runScript(`
      for (i = 0; i < 2; i++) { var label = 'n' + i; }
      undeclared = [label].concat([].slice.call([1]));
      const { length } = [...new Set([1, 1, 2])].map((x) => x ** 2);
      print(undeclared.join() + ' ' + length + ' ' + (undefined ?? 'fallback'));`);
    expect(outcome.kind).toBe('success');
    expect(script?.console).toMatchObject([{ text: 'n1,1 2 fallback' }]);
  });

  it('gets a null response for an empty answer', async () => {
    const { script } = await runScript('print(String(botContext.getBotVariable("api_bank")) + botContext.getBotVariable("api_bankStatus"))', { path: '/nothing' });
    expect(script?.console).toMatchObject([{ text: 'null204' }]);
  });
});

describe('a script that goes wrong', () => {
  it('is script-failed with message, line and column; the response stays to be seen', async () => {
    const { outcome, response, fields } = await runScript('var a = 1;\nvar b = a +\n  missing.thing;', { fields: { city: '{$.api_bank[0].city}' } });
    expect(outcome).toEqual({ kind: 'script-failed', message: expect.stringContaining('missing'), line: 3, column: expect.any(Number) });
    expect(response?.status).toBe(200);
    expect(fields).toMatchObject([{ count: 0, problem: expect.stringContaining('script failed') }]);
  });

  it('is script-failed with its place for a syntax error', async () => {
    const { outcome } = await runScript('var a = 1;\nvar = 2;');
    expect(outcome).toMatchObject({ kind: 'script-failed', line: 2 });
  });

  it('is told which function is not there', async () => {
    const { outcome } = await runScript('botContext.sendMessage("hi")');
    expect(outcome).toMatchObject({ kind: 'script-failed', message: expect.stringMatching(/sendMessage.*not available in a transform result script/) });
  });

  it.each([
    ['something that is no response', 'botContext.setBotVariable("api_bank", 5, true, false)', /jsonData/],
    ['text that is not JSON', 'botContext.setBotVariable("api_bank", { jsonData: "{" }, true, false)', /not JSON/],
    ['JSON without its key', 'botContext.setBotVariable("api_bank", { jsonData: "{}" }, true, false)', /without the key api_bank/],
  ])('is script-failed when it leaves behind %s', async (_, script, message) => {
    expect((await runScript(script)).outcome).toMatchObject({ kind: 'script-failed', message: expect.stringMatching(message), line: null });
  });

  it.each([
    ['time', 'while (true) {}', { timeMs: 200 }, { value: 200, unit: 'ms' }],
    ['memory', 'var a = []; while (true) a.push(new Array(10000).fill(7));', { memoryBytes: 16 * 1024 * 1024 }, { value: 16 * 1024 * 1024, unit: 'bytes' }],
    ['output', 'botContext.setBotVariable("a", "x".repeat(20000), true, false)', { outputBytes: 10_000 }, { value: 10_000, unit: 'bytes' }],
    ['stack', 'function f() { return f() + 1; } f();', {}, { value: 256 * 1024, unit: 'bytes' }],
  ])('is script-limit beyond the limit of %s, with its value', async (limit, script, scriptLimits, expected) => {
    expect((await runScript(script, { scriptLimits })).outcome).toEqual({ kind: 'script-limit', limit, ...expected });
  });
});

describe('run on sample', () => {
  const sample = { status: 200, contentType: 'application/json; charset=iso-8859-1', bodyText: '{"cities":["Köln","Bonn"]}', savedAt: '2025-03-28T00:00:00.000Z' };

  it('runs script and fields on the sample and sends nothing', async () => {
    const { record } = await bench.run(
      {
        url: 'http://127.0.0.1:9/{$botContext.unset}',
        transformScript: 'botContext.setBotVariable("n", JSON.parse(botContext.getBotVariable("api_bank").jsonData).api_bank.cities.length, true, false)',
        customDataFields: [{ key: 'city', path: '{$.api_bank.cities[i]}' }],
      },
      { sample },
    );
    expect(record).toMatchObject({ mode: 'sample', outcome: { kind: 'success', status: 200 }, request: null, attempts: [], script: { variables: [{ name: 'n', value: 2 }] } });
    expect(record.fields).toMatchObject([{ key: 'city', values: ['Köln', 'Bonn'], count: 2 }]);
  });

  it('judges the sample’s status like any other', async () => {
    const { record } = await bench.run({ url: 'http://127.0.0.1:9/' }, { sample: { ...sample, status: 404 } });
    expect(record.outcome).toEqual({ kind: 'http-failure', status: 404 });
  });
});
