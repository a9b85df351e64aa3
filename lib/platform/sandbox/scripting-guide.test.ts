import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildTransformJob } from '@/lib/engine/script/build-transform-job';
import { SCRIPT_FUNCTIONS } from '@/lib/engine/script/script-functions';
import { TRANSFORM_PRELUDE } from '@/lib/engine/script/transform-prelude';
import { createScriptBench } from './conversation-script.fixture';
import { createSandbox } from './sandbox';

const guide = readFileSync(path.join(process.cwd(), 'docs', 'scripting.md'), 'utf8');
const table = /^## Functions$([^]*?)^## /m.exec(guide)?.[1] ?? '';

/** Rows of the guide's table of functions. */
const rows = [...table.matchAll(/^\| `(\w+)` \| `(\w+\(.*?\))` \| (everywhere|conversation) \| (.+?) \| (works|empty) \|$/gm)].map(
  ([, name = '', example = '', place = '', returns = '', state = '']) => ({ name, example, place, returns, state }),
);

const bench = createScriptBench();
const sandbox = createSandbox({ warmPreludes: [TRANSFORM_PRELUDE] });
afterAll(async () => {
  await bench.close();
  await sandbox.close();
});

const shop = { ttlS: null, global: { open: true }, user: { name: 'Ada' }, conversation: { step: 1 } };
const snapshot = {
  bot: { city: 'Graz' },
  webView: { choice: 'yes' },
  environment: { region: 'eu' },
  context: { shop },
  metadata: [{ type: 'ExternalId' }],
  entities: { toppings: [{ phrase: 'ham', dataValue: 'h' }] },
  personalInfo: { firstname: 'Ada' },
  customerInfo: { customerId: 'c' },
};

/** What a value must be for a text of the column “Returns”, as a JavaScript condition on `value`. */
const CONDITIONS: Record<string, string> = {
  'any value or null': 'value !== undefined',
  text: "typeof value === 'string'",
  'text or null': "typeof value === 'string'",
  boolean: "typeof value === 'boolean'",
  object: "typeof value === 'object' && value !== null && !Array.isArray(value)",
  'object or null': "typeof value === 'object' && value !== null && !Array.isArray(value)",
  'list or null': 'Array.isArray(value)',
  nothing: 'value === undefined',
  'does not return': 'false',
};

function toCheck({ example, returns }: (typeof rows)[number]): string {
  const literal = /^`(.*)`$/.exec(returns)?.[1];
  const condition = literal === undefined ? CONDITIONS[returns] : `JSON.stringify(value) === ${JSON.stringify(literal)}`;
  if (condition === undefined) throw new Error(`The guide’s table says “${returns}”, which this test doesn’t know.`);
  return `var value = botContext.${example};\nif (!(${condition})) throw new Error('it returned ' + JSON.stringify(value));`;
}

describe('docs/scripting.md', () => {
  test('lists every function once, with its place and state, and none that doesn’t exist', () => {
    const expected = [
      ...SCRIPT_FUNCTIONS.everywhere.map(({ name, state }) => ({ name, place: 'everywhere', state })),
      ...SCRIPT_FUNCTIONS.conversation.map(({ name, state }) => ({ name, place: 'conversation', state })),
    ];
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(rows.map(({ name, place, state }) => ({ name, place, state })).sort(byName)).toEqual(expected.sort(byName));
  });

  test('its count of table lines is that of the functions: no line is overlooked', () => {
    expect(table.match(/^\| `/gm)).toHaveLength(SCRIPT_FUNCTIONS.everywhere.length + SCRIPT_FUNCTIONS.conversation.length);
  });

  test('a code panel’s botContext has these functions and no others', async () => {
    const { commands } = await bench.run("botContext.setBotVariable('names', Object.keys(botContext));");
    expect(commands).toMatchObject([{ value: expect.any(Array) }]);
    const names = commands.flatMap((command) => (command.kind === 'set-variable' && Array.isArray(command.value) ? command.value : []));
    expect(names.map(String).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test.each(rows)('$example in a code panel returns what the table says', async (row) => {
    expect(row.example.startsWith(`${row.name}(`)).toBe(true);
    const { end, commands } = await bench.run(toCheck(row), { snapshot, zones: { 'Europe/Vienna': 60 } });
    expect(end).toEqual({ kind: 'finished' });
    const hasCloudNote = commands.some((command) => command.kind === 'note' && command.text.includes(`botContext.${row.name} belongs to LivePerson’s own cloud`));
    expect(hasCloudNote).toBe(row.state === 'empty');
  });

  test.each(rows)('$example in a transform result script works or is refused, as the table says', async (row) => {
    const outcome = await sandbox.run(
      buildTransformJob({ responseVariable: 'orders', script: toCheck(row), documentText: '{}', status: 200, isSuccessful: true, snapshot: { bot: { city: 'Graz' }, webView: { choice: 'yes' }, environment: { region: 'eu' } } }),
    );
    if (row.place === 'everywhere') expect(outcome).toMatchObject({ kind: 'finished' });
    else expect(outcome).toMatchObject({ kind: 'failed', line: 1, message: expect.stringContaining(`botContext.${row.name} is not available in a transform result script`) });
  });
});
