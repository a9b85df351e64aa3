import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentialSettingsSchema } from '@/lib/modules/credential/credential.schema';
import { buildAgBankBot } from './ag-bank.bot';
import type { SampleIntegration } from './ag-bank.integrations';
import { startSampleBank, type RunningBank } from './start-sample-bank';

let bank: RunningBank;
beforeAll(async () => void (bank = await startSampleBank()));
afterAll(() => bank.close());

const sample = buildAgBankBot('http://127.0.0.1:1/bank');
const find = (name: string) => sample.integrations.find(({ definition }) => definition.name === name);

describe('the bot AG Bank', () => {
  it('has credentials that the credential form accepts, one of every kind', () => {
    const kinds = sample.credentials.map(({ settings }) => credentialSettingsSchema.parse(settings).kind);
    expect(new Set(kinds).size).toBe(4);
  });

  it('uses every name and response variable once, and no credential that is missing', () => {
    const names = sample.integrations.flatMap(({ definition }) => [definition.name, definition.responseVariable]);
    expect(new Set(names).size).toBe(names.length);
    const refs = sample.credentials.map(({ ref }) => ref);
    for (const { credentialRef } of sample.integrations) if (credentialRef) expect(refs).toContain(credentialRef);
  });

  it.each(sample.integrations)('has a value for every variable of “$definition.name”', ({ definition, testValues }) => {
    const known = [...Object.keys(testValues), ...sample.environment.variables.map(({ key }) => `$env.${key}`)];
    const used = JSON.stringify([definition.url, definition.headers, definition.parameters, definition.postBody]);
    for (const [, reference] of used.matchAll(/\{(\$(?:botContext|env)\.\w+)\}/g)) expect(known).toContain(reference);
  });

  it.each([
    ['List accounts', 200],
    ['Account statement', 200],
    ['Card statement', 200],
    ['Branches', 200],
    ['Exchange rates', 200],
    ['Customer profile', 401],
    ['Unknown account', 404],
    ['Busy counter', 429],
  ])('asks the bank for a page that exists: %s', async (name, status) => {
    const response = await fetch(toUrl(find(name)));
    expect(response.status).toBe(status);
    await response.text();
  });

  it('summarises a statement and keeps the spending for the bot', async () => {
    const response = await fetch(toUrl(find('Account statement')));
    const variables = runScript('api_statement', await response.json(), find('Account statement'));
    expect(variables.get('spent')).toBe(1566.44);
    const result = readResult(variables, 'api_statement');
    expect(result.summary).toEqual({ income: '3170.00 €', spent: '1566.44 €', closingBalance: '2480.75 €', currency: 'EUR' });
    expect(result.bookings[0]).toEqual({ text: '2025-03-28: Groceries', amount: '-64.80 €', partner: 'Grünmarkt' });
  });

  it('wraps the branches', () => {
    const variables = runScript('api_branchList', [{ city: 'Berlin' }], find('Branches, wrapped'));
    expect(readResult(variables, 'api_branchList')).toEqual({ count: 1, items: [{ city: 'Berlin' }] });
  });
});

function toUrl(integration: SampleIntegration | undefined): string {
  const fill = (text: string) =>
    text.replace(/\{(\$[\w.]+)\}/g, (_, reference: string) =>
      reference === '$env.bankUrl' ? bank.url : (integration?.testValues[reference] ?? 'cus-2001'),
    );
  const url = new URL(fill(integration?.definition.url ?? ''));
  for (const row of integration?.definition.parameters ?? []) if (row.enabled) url.searchParams.append(row.name, fill(row.value));
  return url.href;
}

/** Runs our own script with the few functions it uses, as the reference describes them. */
function runScript(name: string, document: unknown, integration: SampleIntegration | undefined): Map<string, unknown> {
  const variables = new Map<string, unknown>([
    [name, { jsonData: JSON.stringify({ [name]: document }) }],
    [`${name}Status`, 200],
  ]);
  const botContext = {
    getBotVariable: (key: string) => variables.get(key),
    setBotVariable: (key: string, value: unknown) => void variables.set(key, value),
    printDebugMessage: () => undefined,
  };
  new Function('botContext', integration?.definition.transformScript ?? '')(botContext);
  return variables;
}

function readResult(variables: Map<string, unknown>, name: string) {
  const holder = variables.get(name);
  if (typeof holder !== 'object' || holder === null || !('jsonData' in holder)) throw new Error('The result is gone.');
  return JSON.parse(String(holder.jsonData))[name];
}
