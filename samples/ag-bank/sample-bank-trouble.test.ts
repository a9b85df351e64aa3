import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleBank } from './sample-bank';
import { startSampleBank, type RunningBank } from './start-sample-bank';

let bank: RunningBank;
let nowMs = Date.UTC(2025, 2, 28);
beforeAll(async () => void (bank = await startSampleBank({ now: () => nowMs })));
afterAll(() => bank.close());

const get = (path: string, init?: RequestInit) => fetch(`${bank.url}${path}`, { redirect: 'manual', ...init });
const statuses = async (path: string, count: number) => {
  const seen: number[] = [];
  for (let call = 0; call < count; call += 1) seen.push((await get(path)).status);
  return seen;
};

describe('trouble', () => {
  it('refuses the first calls of each key, then accepts', async () => {
    expect(await statuses('/limited?key=a&limit=2', 4)).toEqual([429, 429, 200, 200]);
    expect(await statuses('/flaky?key=a&fail=1&status=502', 2)).toEqual([502, 200]);
  });

  it('begins again on request, or after every round', async () => {
    expect(await statuses('/limited?key=b&limit=1&repeat=true', 4)).toEqual([429, 200, 429, 200]);
    expect(await statuses('/flaky?key=b&fail=1&reset=true', 2)).toEqual([503, 503]);
  });

  it('says when to come back, in seconds or as a date', async () => {
    expect((await get('/limited?key=c&retry_after=7')).headers.get('retry-after')).toBe('7');
    expect((await get('/limited?key=c&retry_after=7&as=date')).headers.get('retry-after')).toBe('Fri, 28 Mar 2025 00:00:07 GMT');
  });

  it.each([200, 204, 304, 418, 503])('answers with status %i on demand', async (status) => {
    expect((await get(`/status/${status}`)).status).toBe(status);
  });

  it.each(['99', '600', 'abc'])('refuses the impossible status %s', async (code) => {
    expect((await get(`/status/${code}`)).status).toBe(400);
  });

  it('cuts the connection before or within the answer', async () => {
    await expect(get('/reset')).rejects.toThrow();
    const response = await get('/reset?when=body');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect((await createSampleBank().request('/reset')).status).toBe(501);
  });

  it('drips a whole JSON array', async () => {
    expect(await (await get('/drip?count=3&ms=1')).json()).toEqual([{ drop: 1 }, { drop: 2 }, { drop: 3 }]);
  });

  it('stays well after a caller hung up on a slow answer', async () => {
    await expect(get('/slow?ms=60000', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    expect((await get('/slow?ms=1')).status).toBe(200);
  });

  it('breaks JSON off and mislabels it', async () => {
    const broken = await (await get('/invalid-json')).text();
    expect(() => JSON.parse(broken)).toThrow();
    expect((await get('/wrong-type')).headers.get('content-type')).toContain('text/html');
  });
});

describe('redirects', () => {
  it('lead step by step to the echo', async () => {
    const first = await get('/redirect?count=2&status=307');
    expect([first.status, first.headers.get('location')]).toEqual([307, '/redirect?count=1&status=307']);
    const last = await get('/redirect?count=3&status=307', { redirect: 'follow', method: 'POST', body: 'kept' });
    expect(await last.json()).toMatchObject({ method: 'POST', body: 'kept', queryText: 'arrived=true' });
  });

  it.each(['https://evil.example/', '//evil.example', '\\\\evil.example', 'javascript:alert(1)', ''])(
    'never lead to another server unless a test allows it: %s',
    async (url) => {
      const response = await createSampleBank().request(`/redirect-to?url=${encodeURIComponent(url)}`);
      expect(response.status).toBe(400);
    },
  );

  it('lead anywhere in tests', async () => {
    const response = await get(`/redirect-to?url=${encodeURIComponent('http://169.254.169.254/latest')}`);
    expect(response.headers.get('location')).toBe('http://169.254.169.254/latest');
  });
});

describe('protected routes', () => {
  const withHeader = (path: string, headers: Record<string, string>) => get(path, { headers }).then(({ status }) => status);
  const basic = (text: string) => ({ Authorization: `Basic ${btoa(text)}` });

  it('open for the right credential only', async () => {
    expect(await withHeader('/secure/basic', basic('freddy:bank-pass'))).toBe(200);
    expect(await withHeader('/secure/basic', basic('freddy:wrong'))).toBe(401);
    expect(await withHeader('/secure/bearer', { Authorization: 'Bearer sample-token-123' })).toBe(200);
    expect(await withHeader('/secure/bearer', {})).toBe(401);
    expect(await withHeader('/secure/api-key', { 'X-Api-Key': 'sample-key-456' })).toBe(200);
    expect(await withHeader('/secure/api-key?api_key=sample-key-456', {})).toBe(200);
    expect(await withHeader('/secure/api-key?api_key=nope', {})).toBe(401);
  });

  const askToken = (body: Record<string, string>, query = '', headers = {}) =>
    get(`/oauth/token${query}`, { method: 'POST', body: new URLSearchParams(body), headers });
  const client = { client_id: 'ag-bank-client', client_secret: 'ag-bank-secret' };
  const grant = { grant_type: 'client_credentials' };

  it('accept OAuth tokens until they expire or are revoked', async () => {
    const answer = await (await askToken({ ...grant, ...client, audience: 'bank' }, '?expires_in=60')).json();
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 60, scope: 'accounts profile' });
    const authorization = { Authorization: `Bearer ${answer.access_token}` };
    expect(await withHeader('/secure/oauth', authorization)).toBe(200);
    nowMs += 60_000;
    expect(await withHeader('/secure/oauth', authorization)).toBe(401);

    const second = await (await askToken(grant, '', basic('ag-bank-client:ag-bank-secret'))).json();
    const renewed = { Authorization: `Bearer ${second.access_token}` };
    expect(await withHeader('/secure/oauth', renewed)).toBe(200);
    await get('/oauth/revoke-all', { method: 'POST' });
    expect(await withHeader('/secure/oauth', renewed)).toBe(401);
  });

  it('want the scope', async () => {
    const { access_token } = await (await askToken({ ...grant, ...client, scope: 'accounts' })).json();
    expect(await withHeader('/secure/oauth', { Authorization: `Bearer ${access_token}` })).toBe(403);
  });

  it.each([
    [{ ...grant, ...client, client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ ...grant }, 401, 'invalid_client'],
    [{ ...client, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ ...grant, ...client, scope: 'root' }, 400, 'invalid_scope'],
  ])('refuse %j with %i %s', async (body, status, error) => {
    const response = await askToken(body);
    expect([response.status, (await response.json()).error]).toEqual([status, error]);
  });
});
