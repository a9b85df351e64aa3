import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RATES } from '@/samples/ag-bank/bank-data';
import { LATIN1_TEXT } from '@/samples/ag-bank/documents.routes';
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

const fieldsOf = (paths: Record<string, string>) => Object.entries(paths).map(([key, path]) => ({ key, path }));

describe('a response', () => {
  it('in XML becomes a document with its attributes kept', async () => {
    const customDataFields = fieldsOf({ base: '{$.api_bank.rates["@base"]}', currency: '{$.api_bank.rates.rate[i]["@currency"]}', note: '{$.api_bank.rates.note}' });
    const { record, document } = await bench.run({ url: `${bank.url}/rates.xml`, customDataFields });
    expect(record.response?.format).toBe('xml');
    expect(JSON.parse(record.documentText ?? '')).toEqual(document);
    expect(record.fields).toMatchObject([
      { values: ['EUR'], problem: null },
      { values: RATES.map(({ currency }) => currency), problem: null },
      { values: ['Rates & fees: <see> your branch'], problem: null },
    ]);
  });

  it('in plain text is a document of one string', async () => {
    const { record, document } = await bench.run({ url: `${bank.url}/greeting.txt`, customDataFields: fieldsOf({ all: '{$.api_bank}' }) });
    expect(record.response?.format).toBe('text');
    expect(document).toBe('Welcome to AG Bank.\nWe are open from 9 to 17.\n');
    expect(record.fields).toMatchObject([{ values: [document], count: 1 }]);
  });

  it.each(['GET', 'HEAD'] as const)('without a body leaves the fields empty and is no error: %s', async (method) => {
    const path = method === 'GET' ? '/nothing' : '/accounts';
    const { record, document } = await bench.run({ url: `${bank.url}${path}`, method, success: { kind: 'any-2xx' }, customDataFields: fieldsOf({ id: '{$.api_bank.id}' }) });
    expect(record.outcome).toMatchObject({ kind: 'success' });
    expect(record.response).toMatchObject({ format: 'empty', bodyText: '', bodyBytes: 0 });
    expect(document).toBeUndefined();
    expect(record.fields).toMatchObject([{ values: [], count: 0, problem: null }]);
  });

  it.each(['latin1.txt', 'latin1.json', 'latin1.xml', 'utf16.json', 'bom.json'])('is read in its character set: %s', async (file) => {
    const { record } = await bench.run({ url: `${bank.url}/charsets/${file}` });
    expect(record.outcome).toEqual({ kind: 'success', status: 200 });
    expect(record.response?.bodyText).toContain(LATIN1_TEXT);
  });

  it('that is binary is told as such, without a text', async () => {
    const { record, document } = await bench.run({ url: `${bank.url}/binary` });
    expect(record).toMatchObject({ outcome: { kind: 'success' }, response: { format: 'binary', bodyBytes: 256, bodyText: '' }, documentText: null });
    expect(document).toBeUndefined();
  });

  it('of five megabytes is taken whole, packed as well', async () => {
    for (const path of ['/large?mb=4', '/gzip?kb=4096']) {
      const { record } = await bench.run({ url: `${bank.url}${path}` });
      expect(record.outcome).toEqual({ kind: 'success', status: 200 });
      expect(record.response?.bodyBytes).toBeGreaterThan(4_000_000);
    }
  });
});

describe('what counts as success', () => {
  it.each([
    [{ kind: 'reference' }, 200, true],
    [{ kind: 'reference' }, 201, true],
    [{ kind: 'reference' }, 202, false],
    [{ kind: 'reference' }, 204, false],
    [{ kind: 'any-2xx' }, 204, true],
    [{ kind: 'any-2xx' }, 299, true],
    [{ kind: 'any-2xx' }, 404, false],
    [{ kind: 'list', statuses: [404, 418] }, 418, true],
    [{ kind: 'list', statuses: [404, 418] }, 200, false],
  ] as const)('by the rule %j: %i → %s', async (success, status, isSuccess) => {
    const rule = success.kind === 'list' ? { kind: success.kind, statuses: [...success.statuses] } : success;
    const { record } = await bench.run({ url: `${bank.url}/status/${status}`, success: rule });
    expect(record.outcome).toEqual({ kind: isSuccess ? 'success' : 'http-failure', status });
  });
});

describe('custom data fields', () => {
  it('capture fixed elements, every element, nested lists and JSONPath, each with its count', async () => {
    const { record } = await bench.run({
      url: `${bank.url}/branches`,
      customDataFields: fieldsOf({ first: '{$.api_bank[0].city}', every: '{$.api_bank[i].city}', path: '$[*].city', none: '{$.api_bank[99].city}', broken: '$[?(@.city' }),
    });
    const cities = (JSON.parse(record.response?.bodyText ?? '') as { city: string }[]).map(({ city }) => city);
    expect(record.fields).toMatchObject([
      { key: 'first', values: [cities[0]], count: 1, problem: null },
      { key: 'every', values: cities, count: cities.length, problem: null },
      { key: 'path', values: cities, count: cities.length, problem: null },
      { key: 'none', values: [], count: 0 },
      { key: 'broken', values: [], count: 0, problem: expect.stringMatching(/\w/) },
    ]);
  });
});
