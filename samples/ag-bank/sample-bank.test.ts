import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LATIN1_TEXT } from './documents.routes';
import { GUIDE } from './guide';
import { createSampleBank } from './sample-bank';
import { startSampleBank, type RunningBank } from './start-sample-bank';

let bank: RunningBank;
beforeAll(async () => void (bank = await startSampleBank({ basePath: '/samples/ag-bank' })));
afterAll(() => bank.close());

const get = (path: string, init?: RequestInit) => fetch(`${bank.url}${path}`, { redirect: 'manual', ...init });
const getJson = async (path: string, init?: RequestInit) => (await get(path, init)).json();
const postJson = (path: string, body: unknown) =>
  get(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

describe('the guide', () => {
  const entries = GUIDE.flatMap((chapter) => chapter.entries).filter(({ path }) => path !== '/reset');

  it.each(entries)('tells of $method $path, and the bank answers it', async ({ method, path }) => {
    const response = await get(path, { method });
    const text = await response.text();
    if (response.status === 404) expect(path).toBe('/accounts/acc-0000');
    expect(text).not.toContain('No such page');
  });

  it('is a page that links to every GET route under the base path', async () => {
    const response = await get('/guide');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('href="/samples/ag-bank/accounts?status=active&amp;page=1&amp;pageSize=3"');
    expect((await fetch(bank.url)).status).toBe(200);
  });

  it('answers unknown pages with a problem document that says where to look', async () => {
    const response = await get('/vault');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect((await response.json()).detail).toContain('/samples/ag-bank/guide');
  });
});

describe('accounts', () => {
  it('filters and pages', async () => {
    const page = await getJson('/accounts?status=active&pageSize=2&page=2');
    expect(page).toMatchObject({ page: 2, pageCount: 3, total: 5 });
    expect(page.accounts.map(({ id }: { id: string }) => id)).toEqual(['acc-1003', 'acc-1004']);
  });

  it('gives a statement whose bookings lead from the opening to the closing balance', async () => {
    const statement = await getJson('/accounts/acc-1001/statement');
    const moved = statement.transactions.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0);
    expect(statement.openingBalance + moved).toBeCloseTo(statement.closingBalance, 2);
    expect(statement.transactions[0].counterparty.address.city).toBe('Berlin');
  });

  it('gives IBANs whose check digits are right', async () => {
    for (const { iban } of (await getJson('/accounts?pageSize=50')).accounts) {
      expect(BigInt(`${iban.slice(4)}1314${iban.slice(2, 4)}`) % 97n).toBe(1n);
    }
  });

  it('answers HEAD without a body', async () => {
    const response = await get('/accounts', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('cards', () => {
  const card = { cardNumber: '4111 1111 1111 1111', amount: 25 };

  it.each([
    [{ ...card }, 200, { accepted: true, card: { lastDigits: '1111', brand: 'Visa' } }],
    [{ ...card, amount: 1_001 }, 200, { accepted: false }],
    [{ ...card, reserve: true }, 201, { reservationId: 'res-3001' }],
    [{ ...card, cardNumber: '4111111111111112' }, 422, { errors: [{ field: 'cardNumber' }] }],
    [{}, 422, { errors: [{ field: 'cardNumber' }, { field: 'amount' }] }],
    [[], 400, {}],
  ])('checks %j: %i', async (body, status, expected) => {
    const response = await postJson('/cards/check', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(expected);
  });

  it('wants JSON', async () => {
    expect((await get('/cards/check', { method: 'POST', body: 'x=1' })).status).toBe(415);
  });
});

describe('formats', () => {
  it.each([
    ['latin1.txt', 'latin1'],
    ['latin1.json', 'latin1'],
    ['latin1.xml', 'latin1'],
    ['utf16.json', 'utf-16le'],
    ['bom.json', 'utf-8'],
  ])('%s is really written in %s', async (file, charset) => {
    const bytes = await (await get(`/charsets/${file}`)).arrayBuffer();
    expect(new TextDecoder(charset, { fatal: true }).decode(bytes)).toContain(LATIN1_TEXT);
  });

  it.each([
    ['/large?kb=1', 1_024],
    ['/large?kb=690', 706_560],
    ['/large?mb=5', 5_242_880],
    ['/gzip?kb=3', 3_072],
  ])('%s is JSON of exactly %i bytes', async (path, bytes) => {
    const text = await (await get(path)).text();
    expect(text.length).toBe(bytes);
    expect(JSON.parse(text).transactions.length).toBeGreaterThan(0);
  });
});

describe('echo', () => {
  it('shows method, path, query, headers and body as received', async () => {
    const headers = { 'X-Note': 'a', Cookie: 'a=b' };
    expect(await getJson('/echo?a=1&a=%C3%BC+x', { method: 'PUT', headers, body: 'häßlich\r\n' })).toMatchObject({
      method: 'PUT',
      path: '/samples/ag-bank/echo',
      queryText: 'a=1&a=%C3%BC+x',
      query: [{ name: 'a', value: '1' }, { name: 'a', value: 'ü x' }],
      headers: { 'x-note': 'a', cookie: 'a=b' },
      body: 'häßlich\r\n',
    });
  });

  it('never shows a session cookie to a page that shares its origin', async () => {
    const response = await createSampleBank().request('/echo', { headers: { Cookie: 'session=secret' } });
    expect(await response.text()).not.toContain('secret');
  });

  it('shows forms and multipart parts', async () => {
    const form = new FormData();
    form.append('who', 'Zoé');
    form.append('file', new File(['hello'], 'a.txt', { type: 'text/plain' }));
    expect((await getJson('/forms/upload', { method: 'POST', body: form })).parts).toEqual([
      { name: 'who', value: 'Zoé' },
      { name: 'file', fileName: 'a.txt', contentType: 'text/plain', size: 5, text: 'hello' },
    ]);
    const body = new URLSearchParams({ who: 'Zoé & co' });
    expect(await getJson('/forms/contact', { method: 'POST', body })).toEqual({ fields: [{ name: 'who', value: 'Zoé & co' }], count: 1 });
  });
});
