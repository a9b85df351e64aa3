import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { createManualClock } from '@/lib/platform/manual-clock';
import { startTestServer } from '@/lib/platform/http/test-server';
import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';
import { createRunBench, type RunBench } from './run-integration.fixture';

const clock = createManualClock(Date.UTC(2025, 2, 28));
let bank: RunningBank;
let bench: RunBench;
beforeAll(async () => {
  bank = await startSampleBank({ now: () => clock.nowMs() });
  bench = createRunBench(clock);
});
afterAll(async () => {
  await bench.close();
  await bank.close();
});

const oauth = (tokenUrl = `${bank.url}/oauth/token`): CredentialSettings => ({
  kind: 'oauth-client-credentials', tokenUrl, clientId: 'ag-bank-client', clientSecret: 'ag-bank-secret', scope: 'profile', audience: '', secretIn: 'header',
});

describe('retries', () => {
  it.each(['seconds', 'date'])('wait as long as Retry-After says, in %s, and the trace shows why', async (form) => {
    const running = bench.run({ url: `${bank.url}/limited?limit=2&retry_after=3&as=${form}&key=${form}` });
    for (const attempt of [1, 2]) expect([attempt, await sleepOn()]).toEqual([attempt, 3_000]);
    const { record } = await running;
    expect(record.outcome).toEqual({ kind: 'success', status: 200 });
    expect(record.attempts.map(({ number, waitMs, retryReason }) => [number, waitMs, retryReason])).toEqual([
      [1, 3_000, expect.stringContaining('429')],
      [2, 3_000, expect.stringContaining('429')],
      [3, null, null],
    ]);
    expect(record.durationMs).toBe(6_000);
  });

  it('end when the wait would use up the call’s time: the last answer is the outcome', async () => {
    const { record } = await bench.run({ url: `${bank.url}/limited?retry_after=30&key=long` });
    expect(record.outcome).toEqual({ kind: 'http-failure', status: 429 });
    expect(record.attempts).toHaveLength(1);
  });

  it('are as many as the designer allows', async () => {
    const running = bench.run({ url: `${bank.url}/flaky?fail=9&key=few`, retry: { retryCountMax: 2, scope: 'idempotent' } });
    await sleepOn();
    await sleepOn();
    const { record } = await running;
    expect(record.outcome).toEqual({ kind: 'http-failure', status: 503 });
    expect(record.attempts).toHaveLength(3);
  });

  it('never repeat a POST that the server has had, unless the designer vouches for it', async () => {
    const post = { method: 'POST', postBody: { kind: 'json', text: '{"amount":5}' } } as const;
    const once = await bench.run({ url: `${bank.url}/flaky?fail=1&key=post`, ...post });
    expect(once.record.outcome).toEqual({ kind: 'http-failure', status: 503 });
    expect(once.record.attempts).toHaveLength(1);
    const again = bench.run({ url: `${bank.url}/flaky?fail=1&key=vouched`, ...post, retry: { retryCountMax: 1, scope: 'every-method' } });
    await sleepOn();
    expect((await again).record.outcome).toEqual({ kind: 'success', status: 200 });
  });

  it('don’t follow a wrong answer: an invalid document is taken as it is', async () => {
    const { record } = await bench.run({ url: `${bank.url}/invalid-json` });
    expect(record.attempts).toHaveLength(1);
  });
});

describe('an OAuth token that the API refuses', () => {
  const issued = async () => (await (await fetch(`${bank.url}/oauth/issued`)).json()) as { issuedCount: number };

  it('is renewed once, and the call repeated even if it is a POST', async () => {
    const credential = oauth();
    const call = { url: `${bank.url}/secure/oauth`, method: 'POST', retry: { retryCountMax: 0, scope: 'idempotent' } } as const;
    expect((await bench.run(call, { credential })).record.attempts).toHaveLength(1);
    const before = await issued();
    await fetch(`${bank.url}/oauth/revoke-all`, { method: 'POST' });
    const { record, secrets } = await bench.run(call, { credential });
    expect(record.outcome).toEqual({ kind: 'success', status: 200 });
    expect(record.attempts).toMatchObject([{ retryReason: expect.stringContaining('renewed') }, { retryReason: null }]);
    expect((await issued()).issuedCount).toBe(before.issuedCount + 1);
    expect(secrets).toEqual(expect.arrayContaining([`ag-bank-token-${before.issuedCount}`, `ag-bank-token-${before.issuedCount + 1}`]));
  });

  it('is not renewed a second time in one run', async () => {
    const api = await startTestServer((_, response) => response.writeHead(401, { 'content-type': 'application/json' }).end('{}'));
    const before = await issued();
    const { record } = await bench.run({ url: api.url }, { credential: oauth() });
    expect(record.outcome).toEqual({ kind: 'http-failure', status: 401 });
    expect(api.seen).toHaveLength(2);
    expect((await issued()).issuedCount).toBe(before.issuedCount + 2);
    await api.close();
  });

  it('leaves the 401 as the answer when no new one can be had', async () => {
    const tokens = await startTestServer((_, response) => {
      if (tokens.seen.length > 1) response.writeHead(500).end('gone');
      else response.setHeader('content-type', 'application/json').end('{"access_token":"worthless","token_type":"Bearer","expires_in":300}');
    });
    const { record } = await bench.run({ url: `${bank.url}/secure/oauth` }, { credential: oauth(tokens.url) });
    expect(record.outcome).toEqual({ kind: 'http-failure', status: 401 });
    await tokens.close();
  });
});

/** Waits until the run sleeps, and moves time on to its end; gives the length of the sleep. */
async function sleepOn(): Promise<number> {
  const sleepMs = await clock.whenAsleep();
  await clock.advance(sleepMs);
  return sleepMs;
}
