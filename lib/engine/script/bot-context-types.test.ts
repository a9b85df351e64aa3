import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { buildBotContextTypes } from './bot-context-types';
import { SCRIPT_FUNCTIONS } from './script-functions';

const types = buildBotContextTypes({ responseVariable: 'orders', responseTypeText: '{ items: { id: number; title: string }[] }' });

const SCRIPT = `
var variable = botContext.getBotVariable('api_orders');
var items = JSON.parse(variable.jsonData).api_orders.items;
var title = items[0].title;
var other = JSON.parse('{}');
variable.jsonData = JSON.stringify({ api_orders: items });
botContext.setBotVariable('api_orders', variable, true, false);
var status = botContext.getBotVariable('api_ordersStatus');
console.log(title, print);
botContext.sendMessage('no');
`;

function check() {
  const files = new Map([['types.d.ts', types], ['script.js', SCRIPT]]);
  const options: ts.CompilerOptions = { allowJs: true, checkJs: true, noEmit: true, strict: false, lib: ['lib.es2022.d.ts'], types: [], target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => {
    const text = files.get(name);
    return text === undefined ? readSource(name, version) : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile('script.js');
  const typeByName: Record<string, string> = {};
  for (const statement of source?.statements ?? []) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      typeByName[declaration.name.getText(source)] = checker.typeToString(checker.getTypeAtLocation(declaration));
    }
  }
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  return { typeByName, problems };
}

describe('editor types', () => {
  test('the parsed response has the shape of the last response; other JSON stays open', () => {
    expect(check().typeByName).toMatchObject({ items: '{ id: number; title: string; }[]', title: 'string', other: 'any', status: 'number' });
  });

  test('a function that a transform script can’t call is the only complaint', () => {
    expect(check().problems).toEqual(["Property 'sendMessage' does not exist on type 'BotContext'."]);
  });

  test('every function of a transform script is declared', () => {
    expect(SCRIPT_FUNCTIONS.everywhere.filter(({ name }) => !types.includes(`  ${name}(`))).toEqual([]);
  });
});
