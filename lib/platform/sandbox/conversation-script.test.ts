import { afterAll, describe, expect, test } from 'vitest';
import { createScriptBench, type ScriptOptions } from './conversation-script.fixture';

const bench = createScriptBench();
afterAll(() => bench.close());
const { run, commandsOf, valueOf } = bench;

const snapshot: ScriptOptions['snapshot'] = {
  bot: { city: 'Graz', amount: 12, api_orders: { items: [{ id: 1 }] }, api_ordersStatus: 200, api_downStatus: null, api_down: null, api_key: 'plain' },
  slots: { topping: 'ham' },
  environment: { region: 'eu' },
  fields: { 'orders.id': [1], 'orders.tag': ['a', 'b'], 'orders.none': [] },
  webView: { choice: 'yes' },
  lastCall: { isSuccess: true, status: 200 },
  metadata: [{ type: 'ExternalId', id: 'e-1' }, { type: 'SocialMessagingEventData' }, 'odd'],
  entities: { toppings: [{ phrase: 'mushrooms', dataValue: 'mush' }], none: [] },
  personalInfo: { firstname: 'Ada', gender: 'f' },
  customerInfo: { customerId: 'c-1' },
  system: {
    conversationId: 'conv', chatBotId: 'bot', accountId: 'acc', userPlatformId: 'user', userMessage: 'hello', quickReplyPayload: 'q', buttonPayload: 'b',
    fileType: 'PDF', dialogStarterIntent: 'order', disambiguatedIntentName: 'status', disambiguatedIntentId: 'i-1', userName: 'Ada', email: 'a@b.c',
  },
};

describe('variables', () => {
  test('durations, order, and each value as it is at the end of the script', async () => {
    const commands = await commandsOf(`
      botContext.setBotVariable('a', 1);
      botContext.setBotVariable('b', 'x', true, false);
      var list = [1];
      botContext.setBotVariable('c', list, false, true);
      list.push(2);
      botContext.setBotVariable('a', undefined, false, false);`);
    expect(commands).toEqual([
      { kind: 'set-variable', name: 'a', value: 1, duration: 'request' },
      { kind: 'set-variable', name: 'b', value: 'x', duration: 'session' },
      { kind: 'set-variable', name: 'c', value: [1, 2], duration: 'permanent' },
      { kind: 'set-variable', name: 'a', value: null, duration: 'request' },
    ]);
  });

  test('a value set earlier in the script is visible as the same object', async () => {
    expect(await valueOf("(botContext.setBotVariable('o', { n: 1 }), botContext.getBotVariable('o').n += 1, botContext.getBotVariable('o').n)")).toBe(2);
  });

  test.each([
    ["botContext.getBotVariable('city')", 'Graz'],
    ["botContext.getBotVariable('amount')", 12],
    ["botContext.getBotVariable('missing')", null],
    ["botContext.getBotVariable('toString')", null],
    ["botContext.getBotVariable('__proto__')", null],
    ["botContext.getBotVariable('orders.id')", 1],
    ["botContext.getBotVariable('orders.tag')", ['a', 'b']],
    ["botContext.getBotVariable('orders.tag.count')", '2'],
    ["botContext.getBotVariable('orders.none.count') < 1", true],
    ["botContext.getBotVariable('orders.none')", null],
    ["botContext.getBotVariable('topping')", 'ham'],
    ["botContext.getBotVariable('slot.topping')", 'ham'],
    ["botContext.getBotVariable('api_orders').jsonData", '{"api_orders":{"items":[{"id":1}]}}'],
    ["JSON.parse(botContext.getBotVariable('api_orders').jsonData).api_orders.items[0].id", 1],
    ["botContext.getBotVariable('api_ordersStatus') === 200", true],
    ["botContext.getBotVariable('api_downStatus')", null],
    ["botContext.getBotVariable('api_down').jsonData", '{"api_down":null}'],
    ["botContext.getBotVariable('api_key')", 'plain'],
  ])('%s is %j', async (expression, value) => {
    expect(await valueOf(expression, { snapshot })).toEqual(value);
  });

  test('a response set anew replaces the document, and what it was set to is visible', async () => {
    const commands = await commandsOf(
      `var v = botContext.getBotVariable('api_orders');
       v.jsonData = JSON.stringify({ api_orders: { list: JSON.parse(v.jsonData).api_orders.items } });
       botContext.setBotVariable('api_orders', v, true, false);
       botContext.setBotVariable('seen', botContext.getBotVariable('api_orders').jsonData);
       v.jsonData = '{"api_orders":"last"}';`,
      { snapshot },
    );
    expect(commands).toEqual([
      { kind: 'replace-response', name: 'api_orders', document: 'last' },
      { kind: 'set-variable', name: 'seen', value: '{"api_orders":{"list":[{"id":1}]}}', duration: 'request' },
    ]);
  });

  test('a variable whose name only begins like a response is kept as it is', async () => {
    expect(await commandsOf("botContext.setBotVariable('api_token', 'abc', true)")).toEqual([{ kind: 'set-variable', name: 'api_token', value: 'abc', duration: 'session' }]);
  });

  test.each([
    ["botContext.setBotVariable('api_orders', 'text')", 'can only be set to an object with jsonData'],
    ["botContext.setBotVariable('api_orders', { jsonData: '{bad' })", 'is text that is not JSON'],
    ["botContext.setBotVariable('api_orders', { jsonData: '{}' })", 'is without the key api_orders'],
    ['var o = {}; o.o = o; botContext.setBotVariable("loop", o)', 'The value of bot variable “loop” can’t be stored as JSON'],
    ['botContext.setBotVariable("__proto__", { a: 1 })', 'can’t have the name __proto__'],
  ])('%s fails where it stands', async (source, message) => {
    expect(await run(`\n${source}`, { snapshot })).toMatchObject({ end: { kind: 'failed', message: expect.stringContaining(message), line: 2, place: 'script' }, commands: [] });
  });
});

describe('facts', () => {
  test.each([
    ['botContext.getCurrentUserMessage()', 'hello'],
    ["botContext.getEnvVariable('region')", 'eu'],
    ["botContext.getEnvVariable('constructor')", null],
    ['botContext.getChatBotId()', 'bot'],
    ['botContext.getConversationId()', 'conv'],
    ['botContext.getLPAccountId()', 'acc'],
    ['botContext.getUserPlatformId()', 'user'],
    ['botContext.isApiExecutionSuccessful()', true],
    ['botContext.getApiStatusCode() === "200"', true],
    ["botContext.getWebViewVariable('choice')", 'yes'],
    ["botContext.getWebViewVariable('none')", null],
    ['botContext.getWebViewVariables()', { choice: 'yes' }],
    ['botContext.getQuickReplyPayload()', 'q'],
    ['botContext.getButtonPayload()', 'b'],
    ['botContext.getFileCaption()', '__EMPTYTEXT__'],
    ['botContext.getFileType()', 'PDF'],
    ['botContext.getDialogStarterIntent()', 'order'],
    ['botContext.getDisambiguatedIntentName()', 'status'],
    ['botContext.getDisambiguatedIntentId()', 'i-1'],
    ['botContext.getUserChannel()', 'lp_web'],
    ['botContext.getUserPlatformType()', 'HTMLCLIENT'],
    ["botContext.getMetadata('ExternalId')", [{ type: 'ExternalId', id: 'e-1' }]],
    ["botContext.getMetadata('other')", null],
    ["botContext.getNamedEntities('toppings')[0].getPhrase()", 'mushrooms'],
    ["botContext.getNamedEntities('@toppings')[0].getDataValue()", 'mush'],
    ["botContext.getNamedEntities('none')", null],
    ["botContext.getNamedEntities('toString')", null],
    ['botContext.getLPUserPersonalInfo().firstname', 'Ada'],
    ['botContext.getLPCustomerInfo().customerId', 'c-1'],
    ['botContext.getUserName()', 'Ada'],
    ['botContext.getEmail()', 'a@b.c'],
  ])('%s is %j', async (expression, value) => {
    expect(await valueOf(expression, { snapshot })).toEqual(value);
  });

  test.each<[string, ScriptOptions['snapshot'], unknown]>([
    ['botContext.getLPUserPersonalInfo()', { personalInfo: { gender: 'f', contacts: [] } }, null],
    ['botContext.getLPUserPersonalInfo()', { personalInfo: { company: 'AG' } }, { company: 'AG' }],
    ['botContext.getLPCustomerInfo()', {}, null],
    ['botContext.isApiExecutionSuccessful()', {}, false],
    ['botContext.getApiStatusCode()', { lastCall: { isSuccess: false, status: null } }, ''],
    ['botContext.getUserPlatformType()', { system: { channel: 'lp_fb' } }, 'FACEBOOK'],
  ])('%s with %j is %j', async (expression, facts, value) => {
    expect(await valueOf(expression, { snapshot: facts })).toEqual(value);
  });

  test('name and e-mail address: what was set is read at once', async () => {
    const commands = await commandsOf("botContext.setUserName('Bo'); botContext.setEmail('b@c.d'); botContext.setBotVariable('r', botContext.getUserName() + botContext.getEmail());");
    expect(commands).toEqual([
      { kind: 'set-user', field: 'name', value: 'Bo' },
      { kind: 'set-user', field: 'email', value: 'b@c.d' },
      { kind: 'set-variable', name: 'r', value: 'Bob@c.d', duration: 'request' },
    ]);
  });
});

describe('names that are none', () => {
  test.each([
    ['setTriggerNextMesage', 'botContext.setTriggerNextMesage is not a botContext function. Did you mean botContext.setTriggerNextMessage?'],
    ['getbotvariable', 'Did you mean botContext.getBotVariable?'],
    ['carousel', 'Complete the name with Ctrl+Space'],
    ['setTriggerNextInteraction', 'Use botContext.setTriggerNextMessage'],
    ['getIntegrationResult', 'Read a response with JSON.parse'],
    ['getDisambiguatedUtterance', 'Use botContext.getCurrentUserMessage'],
    ['transferToAgent', 'agent transfer interaction'],
  ])('%s: the error says what to do', async (name, message) => {
    expect(await run(`botContext.${name}('x')`)).toMatchObject({ end: { kind: 'failed', line: 1, message: expect.stringContaining(message) } });
  });
});
