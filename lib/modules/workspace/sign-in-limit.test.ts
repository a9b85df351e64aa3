import { randomBytes, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';

const PUBLIC_URL = 'http://parley.example';
const REDIS_URL = 'redis://127.0.0.1:6379';
const apis: TestApi[] = [];
afterEach(async () => {
  for (const api of apis.splice(0)) await api.stop();
});

async function start(variables: Record<string, string> = {}): Promise<TestApi> {
  const api = await startTestApi(variables);
  apis.push(api);
  return api;
}

/** Status of a sign-in with a wrong password. */
async function guess(api: TestApi, headers: Record<string, string>): Promise<number> {
  const body = JSON.stringify({ email: 'ada@example.com', password: `guess ${randomUUID()}` });
  const response = await fetch(`${api.origin}/api/auth/sign-in/email`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return response.status;
}

async function guessTimes(count: number, next: (number: number) => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let number = 0; number < count; number += 1) statuses.push(await next(number));
  return statuses;
}

const refusedAfterEight = [401, 401, 401, 401, 401, 401, 401, 401, 429, 429];

describe('a password guesser', () => {
  it('is stopped after eight tries, whatever client address they claim', async () => {
    const api = await start();
    const forged = (number: number) => ({ 'x-forwarded-for': `203.0.113.${number}`, 'x-parley-client-address': `203.0.113.${number}`, 'x-real-ip': `203.0.113.${number}`, forwarded: `for=203.0.113.${number}` });
    expect(await guessTimes(10, (number) => guess(api, forged(number)))).toEqual(refusedAfterEight);
  });

  it('behind our proxy is told by the address that the proxy added, not by those before it', async () => {
    const api = await start({ PUBLIC_URL });
    const via = (claimed: string, real: string) => guess(api, { origin: PUBLIC_URL, 'x-forwarded-for': `${claimed}, ${real}` });
    expect(await guessTimes(10, (number) => via(`203.0.113.${number}`, '198.51.100.1'))).toEqual(refusedAfterEight);
    expect(await via('198.51.100.1', '198.51.100.2')).toBe(401);
  });
});

const redis = new Redis(REDIS_URL, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
redis.on('error', () => undefined);
const isRedisThere = await redis.connect().then(() => true, () => false);
if (!isRedisThere) redis.disconnect();

describe.skipIf(!isRedisThere)('sign-in limit through Redis at 127.0.0.1:6379', () => {
  it('a password guesser can’t go on at another process: they share one counter', async () => {
    const [a = 0, b = 0] = randomBytes(2);
    const client = `198.18.${a}.${b}`;
    const before = new Set(await redis.keys('parley:rate-limit:*'));
    const [one, two] = [await start({ PUBLIC_URL, REDIS_URL }), await start({ PUBLIC_URL, REDIS_URL })];
    const headers = { origin: PUBLIC_URL, 'x-forwarded-for': client };
    expect(await guessTimes(10, (number) => guess(number % 2 === 0 ? one : two, headers))).toEqual(refusedAfterEight);
    const ours = (await redis.keys('parley:rate-limit:*')).filter((key) => !before.has(key));
    expect(ours.length).toBeGreaterThan(0);
    for (const key of ours) expect(await redis.ttl(key)).toBeGreaterThan(0);
    await redis.del(...ours);
    redis.disconnect();
  });
});
