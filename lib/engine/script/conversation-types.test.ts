import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { buildConversationTypes, type ConversationTypesInput } from './conversation-types';
import { listGlobalFunctions } from './list-global-functions';
import { SCRIPT_FUNCTIONS } from './script-functions';

const GLOBAL_FUNCTIONS = `
function goNext(name) { botContext.setTriggerNextMessage(name); }
const sum = (a, { b }, c = 1, ...rest) => a;
var handler = function (x) {}, notOne = 1;
if (true) { function hidden() {} }`;

const input: ConversationTypesInput = {
  variableNames: ['city', 'it’s "quoted"'],
  responseVariables: ['orders'],
  fieldNames: ['orders.id'],
  environmentKeys: ['region'],
  interactionNames: ['No results'],
  globalFunctions: listGlobalFunctions(GLOBAL_FUNCTIONS),
};

/** A program of the declarations and one script, as the editor has it. */
function open(script: string, from: ConversationTypesInput = input) {
  const files = new Map([['types.d.ts', buildConversationTypes(from)], ['script.js', script]]);
  const options: ts.CompilerOptions = { allowJs: true, checkJs: true, noEmit: true, strict: false, lib: ['lib.es2022.d.ts'], types: [], target: ts.ScriptTarget.ES2022 };
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...files.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = files.get(name) ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => '',
    getDefaultLibFileName: (opened) => ts.getDefaultLibFilePath(opened),
    fileExists: (name) => files.has(name) || ts.sys.fileExists(name),
    readFile: (name) => files.get(name) ?? ts.sys.readFile(name),
  };
  return ts.createLanguageService(host);
}

function problemsOf(script: string, from?: ConversationTypesInput): string[] {
  const service = open(script, from);
  return ['types.d.ts', 'script.js'].flatMap((name) => [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)]).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** What is offered where `|` stands. */
function completionsAt(script: string): string[] {
  const at = script.indexOf('|');
  const service = open(script.replace('|', ''));
  return (service.getCompletionsAtPosition('script.js', at, {})?.entries ?? []).map(({ name }) => name);
}

describe('editor types of code panels', () => {
  test('scripts in the manner of the reference have nothing to complain about', () => {
    expect(
      problemsOf(`
        var count = botContext.getBotVariable('orders.id.count');
        if (count < '1') botContext.setTriggerNextMessage('No results');
        var variable = botContext.getBotVariable('api_orders');
        var items = JSON.parse(variable.jsonData).api_orders.items;
        variable.jsonData = JSON.stringify({ api_orders: items });
        botContext.setBotVariable('api_orders', variable, true, false);
        if (botContext.getBotVariable('api_ordersStatus') === 200) goNext('x');
        var toppings = botContext.getNamedEntities('toppings').map(function (e) { return e.getPhrase() + e.getDataValue(); });
        var map = botContext.getContextDataForUser('shop');
        for (var key of map.keySet()) print(map.get(key));
        botContext.setBotVariable('anything', { else: botContext.getEnvVariable('other') });
        handler(sum(1, {}, 2));`),
    ).toEqual([]);
  });

  test('a misspelt function and a value of the wrong type are told', () => {
    expect(problemsOf("botContext.sendMesage('x'); botContext.setBotVariable('api_orders', 5, true).x;").join(' ')).toMatch(/'sendMesage' does not exist.*Did you mean 'sendMessage'/);
  });

  test('the bot’s own names are completed', () => {
    expect(completionsAt("botContext.getBotVariable('|')")).toEqual(expect.arrayContaining(['city', 'it’s "quoted"', 'api_orders', 'api_ordersStatus', 'orders.id', 'orders.id.count']));
    expect(completionsAt("botContext.getEnvVariable('|')")).toContain('region');
    expect(completionsAt("botContext.setTriggerNextMessage('|')")).toEqual(expect.arrayContaining(['No results', 'platform.default']));
    expect(completionsAt('go|')).toContain('goNext');
  });

  test('every function is declared once, save those with several forms', () => {
    const types = buildConversationTypes(input);
    const names = [...SCRIPT_FUNCTIONS.everywhere, ...SCRIPT_FUNCTIONS.conversation].map(({ name }) => name);
    const counts = new Map(names.map((name) => [name, types.split(`\n  ${name}(`).length - 1]));
    expect([...counts].filter(([, count]) => count !== 1)).toEqual([['getBotVariable', 4], ['setBotVariable', 2]]);
  });

  test('a bot with no names at all is fine', () => {
    const empty = { variableNames: [], responseVariables: [], fieldNames: [], environmentKeys: [], interactionNames: [], globalFunctions: [] };
    expect(problemsOf("botContext.setBotVariable('a', botContext.getBotVariable('b'));", empty)).toEqual([]);
  });
});

describe('listGlobalFunctions', () => {
  test('functions at the top with their parameters', () => {
    expect(listGlobalFunctions(GLOBAL_FUNCTIONS)).toEqual([
      { name: 'goNext', parameterNames: ['name'] },
      { name: 'sum', parameterNames: ['a', 'argument2', 'c', 'argument4'] },
      { name: 'handler', parameterNames: ['x'] },
    ]);
  });

  test('code that can’t be parsed has none', () => {
    expect(listGlobalFunctions('function a() {')).toEqual([]);
  });
});
