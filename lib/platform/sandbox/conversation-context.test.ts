import { afterAll, describe, expect, test } from 'vitest';
import { createScriptBench } from './conversation-script.fixture';

const bench = createScriptBench();
afterAll(() => bench.close());
const { run, commandsOf, valueOf } = bench;

const shop = { ttlS: 60, global: { open: true }, user: { name: 'Ada', visits: 3 }, conversation: { get: 'own', step: { n: 1 } } };
const snapshot = { context: { shop } };
const namespace = { context: { n: { ttlS: null, global: {}, user: {}, conversation: {} } } };

describe('context service', () => {
  test.each([
    ['botContext.isContextApiEnabled()', true],
    ["botContext.getGlobalContextData('shop', 'open')", true],
    ["botContext.getContextDataForUser('shop', 'visits')", 3],
    ["botContext.getContextDataForConversation('shop', 'step').n", 1],
    ["botContext.getContextDataForUser('shop', 'none')", null],
    ["botContext.getContextDataForUser('shop', 'toString')", null],
    ["botContext.getContextDataForUser('other', 'name')", null],
    ["botContext.getContextDataForUser('shop')", { name: 'Ada', visits: 3 }],
    ["botContext.getContextDataForUser('shop').name", 'Ada'],
    ["botContext.getContextDataForUser('shop').get('visits')", 3],
    ["botContext.getContextDataForUser('shop').get('none')", null],
    ["botContext.getContextDataForUser('shop').containsKey('name')", true],
    ["botContext.getContextDataForUser('shop').keySet()", ['name', 'visits']],
    ["botContext.getContextDataForUser('shop').values()", ['Ada', 3]],
    ["botContext.getContextDataForUser('shop').size()", 2],
    ["botContext.getContextDataForUser('other').isEmpty()", true],
    ["(function () { var keys = []; for (var k in botContext.getContextDataForUser('shop')) keys.push(k); return keys; })()", ['name', 'visits']],
    ["(function () { var keys = ''; for (var k of botContext.getContextDataForUser('shop').keySet()) keys += k; return keys; })()", 'namevisits'],
    // A property of that name wins over the map's method.
    ["botContext.getContextDataForConversation('shop').get", 'own'],
  ])('%s is %j', async (expression, value) => {
    expect(await valueOf(expression, { snapshot })).toEqual(value);
  });

  test.each(['Global', 'User', 'Conversation'])('%s: what was set is read at once, as a copy, and gone once deleted', async (scope) => {
    const [set, get, remove] = scope === 'Global' ? ['setGlobalContextData', 'getGlobalContextData', 'deleteGlobalContextData'] : ['set', 'get', 'delete'].map((verb) => `${verb}ContextDataFor${scope}`);
    const commands = await commandsOf(
      `var value = { a: 1 };
       var results = [botContext.${set}('n', 'p', value)];
       value.a = 2;
       results.push(botContext.${get}('n', 'p').a, botContext.${remove}('n', 'p'), botContext.${get}('n', 'p'), botContext.${remove}('n', 'p'));
       botContext.setBotVariable('results', results);`,
      { snapshot: namespace },
    );
    const at = { scope: scope.toLowerCase(), namespace: 'n', property: 'p' };
    expect(commands).toEqual([
      { kind: 'set-context', ...at, value: { a: 1 } },
      { kind: 'delete-context', ...at },
      { kind: 'set-variable', name: 'results', value: [true, 1, true, null, false], duration: 'request' },
    ]);
  });

  test.each(['User', 'Conversation'])('all data of a %s can be deleted at once', async (scope) => {
    const commands = await commandsOf(`botContext.deleteAllContextDataFor${scope}('shop'); botContext.setBotVariable('size', botContext.getContextDataFor${scope}('shop').size());`, { snapshot });
    expect(commands).toEqual([
      { kind: 'delete-context', scope: scope.toLowerCase(), namespace: 'shop', property: null },
      { kind: 'set-variable', name: 'size', value: 0, duration: 'request' },
    ]);
  });

  test('namespaces: registered, registered again with another lifetime, deleted', async () => {
    const commands = await commandsOf(
      `var results = [botContext.registerContextNamespace('n'), botContext.registerContextNamespace('shop', 90.5), botContext.getGlobalContextData('shop', 'open'),
         botContext.setGlobalContextData('n', 'p', 1), botContext.deleteContextNamespace('n'), botContext.deleteContextNamespace('n'), botContext.setGlobalContextData('n', 'p', 1)];
       botContext.setBotVariable('results', results);`,
      { snapshot },
    );
    expect(commands).toEqual([
      { kind: 'register-context', namespace: 'n', ttlS: null },
      { kind: 'register-context', namespace: 'shop', ttlS: 90 },
      { kind: 'set-context', scope: 'global', namespace: 'n', property: 'p', value: 1 },
      { kind: 'delete-context-namespace', namespace: 'n' },
      { kind: 'note', text: expect.stringContaining('there is no context namespace “n”') },
      { kind: 'set-variable', name: 'results', value: [true, true, true, true, true, false, false], duration: 'request' },
    ]);
  });

  test('without context data in the snapshot the script says that it needs it', async () => {
    const { needs, commands } = await run("botContext['setGlobal' + 'ContextData']('n', 'p', 1)", { snapshot: { context: null } });
    expect(needs.context).toBe(true);
    expect(commands).toEqual([]);
  });

  test('“for each” of the vendor’s engine is explained', async () => {
    const source = "var map = botContext.getContextDataForUser('shop');\nfor each (var k in map.keySet()) { print(k); }";
    expect(await run(source, { snapshot })).toMatchObject({ end: { kind: 'failed', line: 2, message: expect.stringContaining('for (var key of map.keySet())') } });
  });
});
