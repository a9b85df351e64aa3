import { afterAll, describe, expect, test } from 'vitest';
import { buildTransformJob, type TransformInput } from '@/lib/engine/script/build-transform-job';
import { readTransformResult } from '@/lib/engine/script/read-transform-result';
import { TRANSFORM_PRELUDE } from '@/lib/engine/script/transform-prelude';
import { createSandbox } from './sandbox';

const sandbox = createSandbox({ warmPreludes: [TRANSFORM_PRELUDE] });
afterAll(() => sandbox.close());

const documentText = '{"items":[{"id":1,"title":"First"},{"id":2,"title":"Second"}],"total":2}';

function runRaw(script: string, input: Partial<TransformInput> = {}) {
  return sandbox.run(
    buildTransformJob({ responseVariable: 'orders', script, documentText, status: 200, isSuccessful: true, ...input }),
  );
}

async function transform(script: string, input: Partial<TransformInput> = {}) {
  const outcome = await runRaw(script, input);
  if (outcome.kind !== 'finished') throw new Error(`expected a result, got ${JSON.stringify(outcome)}`);
  return readTransformResult(outcome.outputText, 'orders');
}

/** The value that `expression` has inside a script. */
async function valueOf(expression: string, input: Partial<TransformInput> = {}) {
  const result = await transform(`botContext.setBotVariable('result', ${expression});`, input);
  return result.kind === 'read' ? result.variables[0]?.value : result;
}

const snapshot: NonNullable<TransformInput['snapshot']> = {
  bot: { customer: 'c-1', api_other: { jsonData: '{"api_other":{"a":1}}' }, api_otherStatus: 404 },
  environment: { region: 'eu' },
  fields: { 'other.name': ['Ada'], 'other.tag': ['a', 'b'], 'other.none': [] },
  webView: { choice: 'yes' },
  system: { conversationId: 'conv', userMessage: 'hello', chatBotId: 'bot', accountId: 'acc', userPlatformId: 'user', quickReplyPayload: 'pay', fileType: 'PDF' },
};

describe('scripts in the manner of the reference', () => {
  test('an ES5 script reads the response in three steps and stores variables', async () => {
    const result = await transform(`
      var response = botContext.getBotVariable('api_orders');
      var data = JSON.parse(response.jsonData).api_orders;
      var titles = [];
      function collect(item) { titles.push(item.title); }
      for (var i = 0; i < data.items.length; i++) { collect(data.items[i]); }
      botContext.setBotVariable('titles', JSON.stringify(titles), true, false);
      botContext.setBotVariable('count', titles.length, false, false);
      botContext.setBotVariable('ever', true, false, true);
      botContext.printDebugMessage('done ' + titles.length);
    `);
    expect(result).toEqual({
      kind: 'read',
      variables: [
        { name: 'titles', scope: 'session', value: '["First","Second"]' },
        { name: 'count', scope: 'request', value: 2 },
        { name: 'ever', scope: 'permanent', value: true },
      ],
      transformedText: null,
      transformedDocument: undefined,
    });
  });

  test('wrapping a top-level array under a key replaces the result', async () => {
    const script = `
      var obj = botContext.getBotVariable('api_orders');
      var json = JSON.parse(obj.jsonData);
      obj.jsonData = JSON.stringify({ 'api_orders': { 'list': json.api_orders } });
      botContext.setBotVariable('api_orders', obj, true, false);`;
    expect(await transform(script, { documentText: '[ 1,2 ]' })).toMatchObject({ transformedText: '{"list":[1,2]}', variables: [] });
  });

  test('modern JavaScript does the same', async () => {
    const script = `const api = botContext.getBotVariable('api_orders');
      const { api_orders: { items } } = JSON.parse(api.jsonData);
      botContext.setBotVariable('api_orders', { ...api, jsonData: JSON.stringify({ api_orders: items.map(({ id }) => id) }) });`;
    expect(await transform(script)).toMatchObject({ transformedText: '[1,2]' });
  });

  test('jsonData is the document byte for byte under its key', async () => {
    const spaced = '{ "a" : 1.0,\r\n "é": "\\u00e9\\n" }';
    expect(await valueOf("botContext.getBotVariable('api_orders').jsonData", { documentText: spaced })).toBe(`{"api_orders":${spaced}}`);
  });

  test('the response is a real object: changes stay visible within the script, and count only when written back', async () => {
    const script = `botContext.getBotVariable('api_orders').jsonData = 'changed';
      botContext.setBotVariable('seen', botContext.getBotVariable('api_orders').jsonData);`;
    expect(await transform(script)).toMatchObject({ variables: [{ name: 'seen', value: 'changed' }], transformedText: null });
  });
});

describe('botContext', () => {
  test.each([
    ["botContext.getBotVariable('api_ordersStatus') === 200", true],
    ["botContext.getBotVariable('missing')", null],
    ["botContext.getBotVariable('toString')", null],
    ["botContext.getBotVariable('__proto__')", null],
    ["botContext.getBotVariable('customer')", 'c-1'],
    ["JSON.parse(botContext.getBotVariable('api_other').jsonData).api_other.a", 1],
    ["botContext.getBotVariable('api_otherStatus')", 404],
    ["botContext.getBotVariable('other.name')", 'Ada'],
    ["botContext.getBotVariable('other.tag')", ['a', 'b']],
    ["botContext.getBotVariable('other.tag.count')", '2'],
    ["botContext.getBotVariable('other.none.count') < 1", true],
    ["botContext.getBotVariable('other.none')", null],
    ['botContext.getCurrentUserMessage()', 'hello'],
    ["botContext.getEnvVariable('region')", 'eu'],
    ["botContext.getEnvVariable('constructor')", null],
    ['botContext.getChatBotId()', 'bot'],
    ['botContext.getConversationId()', 'conv'],
    ['botContext.getLPAccountId()', 'acc'],
    ['botContext.getUserPlatformId()', 'user'],
    ['botContext.getQuickReplyPayload()', 'pay'],
    ['botContext.isApiExecutionSuccessful()', true],
    ['botContext.getApiStatusCode()', '200'],
    ["botContext.getWebViewVariable('choice')", 'yes'],
    ['botContext.getWebViewVariables()', { choice: 'yes' }],
    ['botContext.getFileCaption()', '__EMPTYTEXT__'],
    ['botContext.getFileType()', 'PDF'],
    ['typeof botContext.getBotVariable', 'function'],
    ['undefined', null],
    ['new Date(0)', '1970-01-01T00:00:00.000Z'],
  ])('%s gives %j', async (expression, expected) => {
    expect(await valueOf(expression, { snapshot })).toEqual(expected);
  });

  test('a variable set before is read back with its type, and keeps its last value', async () => {
    const script = `botContext.setBotVariable('n', 1); botContext.setBotVariable('n', botContext.getBotVariable('n') + 1, true);`;
    expect(await transform(script)).toMatchObject({ variables: [{ name: 'n', value: 2, scope: 'session' }] });
  });

  test('without a document api_X is null', async () => {
    expect(await valueOf("botContext.getBotVariable('api_orders')", { documentText: null, status: null })).toBeNull();
  });

  test.each([
    ["botContext.sendMessage('hi')", 'botContext.sendMessage is not available in a transform result script. Use it in'],
    ['botContext.setContextDataForUser()', 'botContext.setContextDataForUser is not available'],
    ['botContext.getIntegrationResult()', 'botContext.getIntegrationResult is not a botContext function. Read the response with JSON.parse('],
    ["botContext.getBotVarible('x')", 'botContext.getBotVarible is not a botContext function. Did you mean botContext.getBotVariable?'],
    ["botContext.setbotvariable('x')", 'Did you mean botContext.setBotVariable?'],
    ['botContext.fooBarBazQuux()', 'botContext.fooBarBazQuux is not a botContext function.'],
    ["var a = {}; a.a = a; botContext.setBotVariable('loop', a)", 'The value of bot variable “loop” can’t be stored as JSON'],
    ["botContext.setBotVariable('trap', { toJSON: function () { throw new Error('boo'); } })", 'boo'],
  ])('%s is told clearly', async (script, message) => {
    expect(await runRaw(script)).toMatchObject({ kind: 'failed', message: expect.stringContaining(message) });
  });

  test('an error inside a botContext function has the line of the call in the script', async () => {
    expect(await runRaw("var a = 1;\n\nfunction f() {\n  botContext.sendMessage('x');\n}\nf();")).toMatchObject({ kind: 'failed', line: 4 });
  });

  test.each([
    ["botContext.setBotVariable('api_orders', 'text')", 'not an object with jsonData'],
    ["botContext.setBotVariable('api_orders', { jsonData: { api_orders: 1 } })", 'not text'],
    ["botContext.setBotVariable('api_orders', { jsonData: '{bad' })", 'is not JSON'],
    ["botContext.setBotVariable('api_orders', { jsonData: '{}' })", 'without the key api_orders'],
  ])('a response left unusable by %s is told clearly', async (script, message) => {
    expect(await transform(script)).toMatchObject({ kind: 'unusable', message: expect.stringContaining(message) });
  });
});

describe('attacks on the prelude', () => {
  test('replaced built-ins do not reach what the script leaves behind', async () => {
    const script = `JSON.stringify = function () { return 'evil'; }; JSON.parse = null; Object.hasOwn = null; String = null; Error = null;
      Object.prototype.toJSON = function () { return 1; }; Array.prototype.join = null;
      botContext.setBotVariable('a', 'kept'); botContext.getBotVariable('customer');`;
    expect(await transform(script)).toMatchObject({ kind: 'read', variables: [{ name: 'a', value: 'kept' }] });
  });

  test('setters planted on prototypes hurt only the script that planted them', async () => {
    const script = `['0', '1', 'jsonData', 'a'].forEach(function (name) {
        Object.defineProperty(Object.prototype, name, { set: function () { throw new Error('caught'); }, get: function () { return 'planted'; }, configurable: true });
      });
      botContext.setBotVariable('x', 1);`;
    const outcome = await runRaw(script);
    expect(['finished', 'failed']).toContain(outcome.kind);
    expect(await valueOf("botContext.getBotVariable('api_orders').jsonData.length > 10")).toBe(true);
  });

  test('a bot variable named __proto__ is only a variable', async () => {
    const result = await transform("botContext.setBotVariable('__proto__', { evil: 1 })");
    expect(result).toMatchObject({ variables: [{ name: '__proto__', value: { evil: 1 } }] });
    expect('evil' in {}).toBe(false);
  });
});
