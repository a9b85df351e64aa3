import { afterAll, describe, expect, test } from 'vitest';
import { createScriptBench } from './conversation-script.fixture';

const bench = createScriptBench();
afterAll(() => bench.close());
const { run, commandsOf, valueOf } = bench;

const toMessage = (text: string, more: object = {}) => ({ kind: 'send-message', message: { text, visibility: 'normal', quickReplies: [], ...more } });

describe('sending', () => {
  test('texts in their order, private ones and those with quick replies', async () => {
    const commands = await commandsOf(`
      botContext.sendMessage('one');
      botContext.sendMessages(['two', 3]);
      botContext.sendPrivateMessage('aside');
      botContext.sendMessageWithQuickReplies('choose', ['Yes~yes-1', 'No', ' a ~ b~c']);`);
    expect(commands).toEqual([
      toMessage('one'),
      toMessage('two'),
      toMessage('3'),
      toMessage('aside', { visibility: 'private' }),
      toMessage('choose', { quickReplies: [{ title: 'Yes', payload: 'yes-1' }, { title: 'No', payload: 'No' }, { title: 'a', payload: ' b~c' }] }),
    ]);
  });

  test('of more than 10 quick replies the first 10 are used, titles are cut at 20 characters, and the trace says so', async () => {
    const commands = await commandsOf(`
      var replies = []; for (var i = 0; i < 12; i++) replies.push('Reply number ' + i + ' of twelve~' + i);
      botContext.sendMessageWithQuickReplies('choose', replies);`);
    const sent = commands.find(({ kind }) => kind === 'send-message');
    const replies = sent?.kind === 'send-message' ? sent.message.quickReplies : [];
    expect(replies).toHaveLength(10);
    expect(replies[0]).toEqual({ title: 'Reply number 0 of tw', payload: '0' });
    expect(commands).toContainEqual({ kind: 'note', text: 'Only the first 10 of 12 quick replies were used: there may be 10.' });
    expect(commands).toContainEqual({ kind: 'note', text: 'The quick reply “Reply number 0 of twelve” was cut: a title may have 20 characters.' });
  });

  test('nothing to send sends nothing, and the trace says so', async () => {
    expect(await commandsOf('botContext.sendMessage(null); botContext.sendMessage(); botContext.sendMessages([]);')).toEqual([
      { kind: 'note', text: 'botContext.sendMessage was given no text: nothing was sent.' },
      { kind: 'note', text: 'botContext.sendMessages was given no texts: nothing was sent.' },
    ]);
  });

  test.each(['addQuickReplies', 'addQuickReples'])('%s adds to the current message', async (name) => {
    expect(await commandsOf(`botContext.${name}(['A~1'])`)).toEqual([{ kind: 'add-quick-replies', replies: [{ title: 'A', payload: '1' }] }]);
  });

  test('events: the detail is optional, may be an object, and is cut at 32 KB', async () => {
    const commands = await commandsOf(`
      botContext.logCustomEvent('hi', 'Invoice');
      botContext.logCustomEvent('hi', 'Invoice', { status: 200 });
      botContext.logEscalationEvent('help', 'LivePerson');
      botContext.logCustomEvent('hi', 'Long', 'x'.repeat(40000));`);
    expect(commands.slice(0, 3)).toEqual([
      { kind: 'log-event', eventName: 'Invoice', userText: 'hi', detail: '' },
      { kind: 'log-event', eventName: 'Invoice', userText: 'hi', detail: '{"status":200}' },
      { kind: 'log-event', eventName: 'escalation', userText: 'help', detail: 'LivePerson' },
    ]);
    expect(commands.at(-1)).toMatchObject({ eventName: 'Long', detail: 'x'.repeat(32_768) });
  });
});

describe('sendImmediateReply', () => {
  test.each([
    ["'bye'", ['bye']],
    ["['a', 'b']", ['a', 'b']],
  ])('%s ends the script without an error', async (argument, texts) => {
    const { end, commands } = await run(`botContext.sendMessage('first'); botContext.sendImmediateReply(${argument}); botContext.sendMessage('never');`);
    expect(end).toEqual({ kind: 'finished' });
    expect(commands).toEqual([toMessage('first'), { kind: 'send-immediate-reply', texts }]);
  });

  test('code that catches everything and goes on can’t do anything more', async () => {
    const { end, commands } = await run(`
      var send = botContext.sendMessage;
      for (var i = 0; i < 3; i++) { try { botContext.sendImmediateReply('bye ' + i); } catch (e) {} }
      try { send('never'); } catch (e) {}
      try { botContext.setMessageDelay(5); } catch (e) {}
      botContext.setBotVariable('never', 1);`);
    expect(end).toEqual({ kind: 'finished' });
    expect(commands).toEqual([{ kind: 'send-immediate-reply', texts: ['bye 0'] }]);
  });

  test('in a global function it ends the calling script, and at the top of the Global Functions every script', async () => {
    const inFunction = await run("stop(); botContext.sendMessage('never');", { globalFunctions: "function stop() { botContext.sendImmediateReply('bye'); }" });
    const onTop = await run("botContext.sendMessage('never');", { globalFunctions: "botContext.sendImmediateReply('bye');" });
    for (const { end, commands } of [inFunction, onTop]) {
      expect(end).toEqual({ kind: 'finished' });
      expect(commands).toEqual([{ kind: 'send-immediate-reply', texts: ['bye'] }]);
    }
  });
});

describe('flow', () => {
  test('next interaction, long texts, transfers', async () => {
    const commands = await commandsOf(`
      botContext.setTriggerNextMessage('No results');
      botContext.setAllowMaxTextResponse(true); botContext.setAllowMaxTextResponse('true'); botContext.setAllowMaxTextResponse(false);
      botContext.transferToBotDialog('b-1', 'Start', null);
      botContext.setBotTransferIntentbyDomain('order', 'shop'); botContext.setBotTransferIntentId('i-1'); botContext.setBotTransferUserMessage('hi');`);
    expect(commands).toEqual([
      { kind: 'trigger-next', interactionName: 'No results' },
      { kind: 'allow-long-text', isAllowed: true },
      { kind: 'allow-long-text', isAllowed: true },
      { kind: 'allow-long-text', isAllowed: false },
      { kind: 'transfer-to-bot', botId: 'b-1', dialogName: 'Start', message: '' },
      { kind: 'set-transfer', field: 'intent-by-domain', value: 'order', domain: 'shop' },
      { kind: 'set-transfer', field: 'intent-id', value: 'i-1', domain: '' },
      { kind: 'set-transfer', field: 'user-message', value: 'hi', domain: '' },
    ]);
  });

  test('of several delays the last one counts', async () => {
    expect(await commandsOf("botContext.setMessageDelay(100); botContext.sendMessage('x'); botContext.setMessageDelay('2000');")).toEqual([
      { kind: 'set-delay', delayMs: 2_000 },
      toMessage('x'),
    ]);
  });

  test.each([
    ["botContext.setMessageDelay('soon')", 'wants a number of milliseconds, not “soon”'],
    ['botContext.setTriggerNextMessage()', 'wants the name of an interaction'],
  ])('%s fails and says why', async (source, message) => {
    expect(await run(source)).toMatchObject({ end: { kind: 'failed', line: 1, message: expect.stringContaining(message) } });
  });

  test.each([
    ['a', 'A)Yes'],
    ['A)', 'A)Yes'],
    [' yes ', 'A)Yes'],
    ['a) yes', 'A)Yes'],
    ['A)YES', 'A)Yes'],
    ['2', '2. Two words'],
    ['two words', '2. Two words'],
    ['Plain', 'plain'],
    ['no', ''],
    ['', ''],
  ])('evaluateOptions: “%s” means “%s”', async (answer, option) => {
    expect(await valueOf(`botContext.evaluateOptions(${JSON.stringify(answer)}, ['A)Yes', '2. Two words', 'plain'])`)).toBe(option);
  });
});
