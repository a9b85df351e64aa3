import { afterAll, describe, expect, test } from 'vitest';
import { createScriptBench } from './conversation-script.fixture';

const bench = createScriptBench();
afterAll(() => bench.close());
const { run, commandsOf } = bench;

const say = (text: string) => ({ kind: 'send-message', message: { text, visibility: 'normal', quickReplies: [] } });

describe('Global Functions', () => {
  test('functions, variables and constants are seen by the script', async () => {
    const globalFunctions = "var greeting = 'Hello '; const NAME = 'Ada';\nfunction goNext(text) { botContext.sendMessage(greeting + text); }";
    expect(await commandsOf('goNext(NAME);', { globalFunctions })).toEqual([say('Hello Ada')]);
  });

  test('an error at their top: the script still runs with the functions there are, and the failure has its line', async () => {
    const { end, commands } = await run("sendMsg('still here');", { globalFunctions: 'function sendMsg(m) { botContext.sendMessage(m); }\n\nundefinedThing.x = 1;' });
    expect(end).toEqual({ kind: 'failed', message: expect.stringContaining('undefinedThing'), line: 3, column: expect.any(Number), place: 'global-functions' });
    expect(commands).toEqual([say('still here')]);
  });

  test('a syntax error in them: the script still runs, and what it then misses is in the console', async () => {
    const { end, console } = await run("\nsendMsg('x');", { globalFunctions: 'function sendMsg(m) {\n  botContext.sendMessage(m;\n}' });
    expect(end).toMatchObject({ kind: 'failed', message: expect.stringContaining('SyntaxError'), line: 2, place: 'global-functions' });
    expect(console).toMatchObject([{ level: 'error', text: expect.stringMatching(/^Then the script failed, line 2: .*sendMsg/) }]);
  });

  test('an error inside a function that the script called is placed in the Global Functions', async () => {
    expect(await run('\n\nbroken();', { globalFunctions: '\nfunction broken() {\n  null.x;\n}' })).toMatchObject({ end: { kind: 'failed', line: 3, place: 'global-functions' } });
  });

  test('an error of the script is placed in the script, whatever they hold', async () => {
    expect(await run('\nnull.x;', { globalFunctions: 'function a() {}\n\n\n\n' })).toMatchObject({ end: { kind: 'failed', line: 2, place: 'script' } });
  });

  test('an endless loop in them ends at the time limit, and the console says that the script did not run', async () => {
    const { end, console, commands } = await run("botContext.sendMessage('never');", { globalFunctions: "botContext.sendMessage('before'); for (;;);", limits: { timeMs: 200 } });
    expect(end).toEqual({ kind: 'limit', limit: 'time', value: 200, unit: 'ms' });
    expect(commands).toEqual([say('before')]);
    expect(console).toMatchObject([{ level: 'error', text: 'The Global Functions did not come to an end, so the script did not run.' }]);
  });

  test('strict Global Functions leave the script sloppy', async () => {
    expect(await commandsOf("undeclared = 1; botContext.sendMessage('' + undeclared);", { globalFunctions: "'use strict'; function f() {}" })).toEqual([say('1')]);
  });
});

describe('init-conversation', () => {
  test.each(['__initConversation', 'initConversation'])('%s is called', async (name) => {
    const globalFunctions = `function ${name}() { botContext.setBotVariable('skipPreviousDialog', 'true', true, false); }`;
    expect(await commandsOf('', { phase: 'init-conversation', globalFunctions })).toEqual([{ kind: 'set-variable', name: 'skipPreviousDialog', value: 'true', duration: 'session' }]);
  });

  test('of both only __initConversation is called, of none nothing', async () => {
    const globalFunctions = "function initConversation() { botContext.sendMessage('plain'); } function __initConversation() { botContext.sendMessage('underscores'); }";
    expect(await commandsOf('', { phase: 'init-conversation', globalFunctions })).toEqual([say('underscores')]);
    expect(await commandsOf('', { phase: 'init-conversation', globalFunctions: 'var a = 1;' })).toEqual([]);
  });

  test('its error has the line in the Global Functions', async () => {
    expect(await run('', { phase: 'init-conversation', globalFunctions: 'function initConversation() {\n  botContext.nothing();\n}' })).toMatchObject({
      end: { kind: 'failed', line: 2, place: 'global-functions' },
    });
  });
});
