import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendWithRetries, type SendInput } from '@/lib/modules/integration-run/send-with-retries';
import { systemClock } from '@/lib/platform/clock';
import { createOutbound, type Outbound } from '@/lib/platform/http/outbound';
import { startTestServer, type TestServer } from '@/lib/platform/http/test-server';
import { createManualClock, type ManualClock } from '@/lib/platform/manual-clock';

const RUN_STARTED_MS = 1_000_000;

/** Answers to give, one per request; the last one again and again. */
let answers: { status: number; headers?: Record<string, string> }[];
let server: TestServer;
let outbound: Outbound;
let clock: ManualClock;

beforeEach(async () => {
  answers = [{ status: 200 }];
  server = await startTestServer((_request, response) => {
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 200 };
    response.writeHead(answer.status, answer.headers).end(`${answer.status}`);
  });
  outbound = createOutbound({ version: '0' });
  clock = createManualClock(RUN_STARTED_MS);
});

afterEach(async () => {
  outbound.close();
  await server.close();
});

function send(input: Partial<SendInput> = {}) {
  return sendWithRetries(
    { outbound, clock, random: () => 0.5 },
    {
      request: { method: 'GET', url: server.url, headers: [], body: null },
      retry: { retryCountMax: 3, scope: 'idempotent' },
      timeoutMs: 20_000,
      runStartedMs: RUN_STARTED_MS,
      exchange: { allow: server.allow, responseBytesMax: 10_000, followRedirects: true },
      ...input,
    },
  );
}

/** Lets `count` waits pass, and tells their lengths. */
async function passWaits(count: number): Promise<number[]> {
  const waits: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const waitMs = await clock.whenAsleep();
    waits.push(waitMs);
    await clock.advance(waitMs);
  }
  return waits;
}

describe('sending with retries', () => {
  it('an answer at once is one attempt', async () => {
    const { result, attempts } = await send();
    expect(result).toMatchObject({ kind: 'response', status: 200 });
    expect(attempts).toMatchObject([{ number: 1, startMs: 0, retryReason: null, waitMs: null, hops: [{ status: 200 }] }]);
  });

  it('waits longer each time, until an answer comes', async () => {
    answers = [{ status: 503 }, { status: 500 }, { status: 429 }, { status: 200 }];
    const call = send();
    expect(await passWaits(3)).toEqual([100, 200, 400]);
    const { result, attempts } = await call;
    expect(result).toMatchObject({ kind: 'response', status: 200 });
    expect(attempts.map(({ number, startMs, waitMs }) => ({ number, startMs, waitMs }))).toEqual([
      { number: 1, startMs: 0, waitMs: 100 },
      { number: 2, startMs: 100, waitMs: 200 },
      { number: 3, startMs: 300, waitMs: 400 },
      { number: 4, startMs: 700, waitMs: null },
    ]);
    expect(attempts[0]?.retryReason).toContain('503');
    expect(attempts.every((attempt) => (attempt.hops[0]?.startMs ?? -1) >= attempt.startMs)).toBe(true);
  });

  it('gives the last answer after the last retry', async () => {
    answers = [{ status: 503 }];
    const call = send();
    await passWaits(3);
    const { result, attempts } = await call;
    expect(result).toMatchObject({ kind: 'response', status: 503 });
    expect(attempts.map(({ waitMs }) => waitMs)).toEqual([100, 200, 400, null]);
    expect(server.seen).toHaveLength(4);
  });

  it('honours Retry-After in seconds and as a date', async () => {
    const inTenSeconds = new Date(RUN_STARTED_MS + 13_000).toUTCString();
    answers = [{ status: 429, headers: { 'retry-after': '3' } }, { status: 503, headers: { 'retry-after': inTenSeconds } }, { status: 200 }];
    const call = send();
    expect(await passWaits(2)).toEqual([3_000, 10_000]);
    expect((await call).result).toMatchObject({ kind: 'response', status: 200 });
  });

  it('settles when Retry-After lies beyond its time', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '20' } }];
    expect(await send()).toMatchObject({ result: { status: 429 }, attempts: [{ number: 1, waitMs: null }] });
  });

  it('never sends a POST twice on its own', async () => {
    answers = [{ status: 503 }];
    const { attempts } = await send({ request: { method: 'POST', url: server.url, headers: [], body: 'x' } });
    expect(attempts).toHaveLength(1);
    expect(server.seen).toHaveLength(1);
  });

  it('tries a POST again that never left', async () => {
    await server.close();
    const call = send({ request: { method: 'POST', url: server.url, headers: [], body: 'x' } });
    await passWaits(3);
    const { result, attempts } = await call;
    expect(result).toMatchObject({ kind: 'connection-failed', sent: false });
    expect(attempts[0]?.retryReason).toContain('Nothing listens');
    expect(attempts).toHaveLength(4);
  });

  it('cancelling while it waits ends the call at once', async () => {
    answers = [{ status: 503 }];
    const controller = new AbortController();
    const call = send({ exchange: { allow: server.allow, responseBytesMax: 10_000, followRedirects: true, signal: controller.signal } });
    await clock.whenAsleep();
    controller.abort();
    expect(await call).toMatchObject({ result: { kind: 'cancelled' }, attempts: [{ number: 1, waitMs: 100 }] });
    expect(server.seen).toHaveLength(1);
  });

  it('a timeout names the time of the whole call', async () => {
    const silent = await startTestServer(() => undefined);
    const { result, attempts } = await sendWithRetries(
      { outbound, clock: systemClock, random: () => 0 },
      {
        request: { method: 'GET', url: silent.url, headers: [], body: null },
        retry: { retryCountMax: 3, scope: 'idempotent' },
        timeoutMs: 50,
        runStartedMs: systemClock.nowMs(),
        exchange: { allow: silent.allow, responseBytesMax: 10_000, followRedirects: true },
      },
    );
    expect(result).toMatchObject({ kind: 'timeout', timeoutMs: 50 });
    expect(attempts).toHaveLength(1);
    await silent.close();
  });
});

describe('a renewed credential', () => {
  const renewed = () => ({ method: 'GET', url: `${server.url}/renewed`, headers: [], body: null });

  it('is sent at once, as an attempt beyond the retries', async () => {
    answers = [{ status: 401 }, { status: 503 }, { status: 200 }];
    const call = send({ retry: { retryCountMax: 1, scope: 'idempotent' }, onUnauthorized: async () => renewed() });
    expect(await passWaits(1)).toEqual([100]);
    const { result, attempts } = await call;
    expect(result).toMatchObject({ kind: 'response', status: 200 });
    expect(attempts.map(({ waitMs }) => waitMs)).toEqual([0, 100, null]);
    expect(attempts[0]?.retryReason).toContain('credential was renewed');
    expect(server.seen.map(({ url }) => url)).toEqual(['/', '/renewed', '/renewed']);
  });

  it('is asked for once', async () => {
    answers = [{ status: 401 }];
    let askedCount = 0;
    const { result, attempts } = await send({
      onUnauthorized: async () => {
        askedCount += 1;
        return renewed();
      },
    });
    expect(result).toMatchObject({ kind: 'response', status: 401 });
    expect(attempts).toHaveLength(2);
    expect(askedCount).toBe(1);
  });

  it('that can’t be had leaves the 401 as the answer', async () => {
    answers = [{ status: 401 }];
    const { result, attempts } = await send({ onUnauthorized: async () => null });
    expect(result).toMatchObject({ kind: 'response', status: 401 });
    expect(attempts).toMatchObject([{ retryReason: null, waitMs: null }]);
  });

  it('that took all the time is not sent any more', async () => {
    answers = [{ status: 401 }];
    const { result, attempts } = await send({
      onUnauthorized: async (remainingMs) => {
        await clock.advance(remainingMs);
        return renewed();
      },
    });
    expect(result).toMatchObject({ kind: 'timeout', timeoutMs: 20_000 });
    expect(attempts).toHaveLength(2);
    expect(server.seen).toHaveLength(1);
  });
});
