import { describe, expect, it } from 'vitest';
import type { OAuthSettings } from '@/lib/modules/credential/credential.schema';
import type { SendTokenRequest } from '@/lib/modules/credential/request-token';
import { createTokenCache } from '@/lib/modules/credential/token-cache';
import { EMPTY_ALLOW_LIST as allow } from '@/lib/modules/workspace/outbound-allow.rules';
import { createManualClock } from '@/lib/platform/manual-clock';

const settings: OAuthSettings = {
  kind: 'oauth-client-credentials',
  tokenUrl: 'https://login.example.com/token',
  clientId: 'id',
  clientSecret: 'cs',
  scope: '',
  audience: '',
  secretIn: 'header',
};
const credential = { id: 'c1', version: 1, settings };

/** A token endpoint that counts its tokens and answers when it is told to; at once unless `held`. */
function createEndpoint(answer: { expires_in?: number | string } = { expires_in: 3_600 }) {
  const state = { callCount: 0, held: false, failing: false, release: (): void => undefined };
  const clock = createManualClock(1_000_000);
  const send: SendTokenRequest = async () => {
    state.callCount += 1;
    const number = state.callCount;
    if (state.held) await new Promise<void>((resolve) => (state.release = resolve));
    if (state.failing) return { kind: 'response', status: 401, body: Buffer.from('{"error":"invalid_client"}') };
    const body = JSON.stringify({ access_token: `token-${number}`, token_type: 'bearer', ...answer });
    return { kind: 'response', status: 200, body: Buffer.from(body) };
  };
  return { state, clock, cache: createTokenCache({ send, clock }) };
}
const token = (number: number) => ({ kind: 'token', accessToken: `token-${number}` });

describe('a kept token', () => {
  it.each<[string, { expires_in?: number | string }, number]>([
    ['30 seconds before an hour is over', { expires_in: 3_600 }, 3_570_000],
    ['at nine tenths of a short life', { expires_in: 100 }, 90_000],
    ['with the life given as text', { expires_in: '3600' }, 3_570_000],
    ['after some minutes when the server names no life', {}, 270_000],
  ])('is renewed %s and not earlier', async (_when, answer, refreshAfterMs) => {
    const { clock, cache } = createEndpoint(answer);
    expect(await cache.getToken(credential, { allow })).toEqual(token(1));
    await clock.advance(refreshAfterMs - 1);
    expect(await cache.getToken(credential, { allow })).toEqual(token(1));
    await clock.advance(1);
    expect(await cache.getToken(credential, { allow })).toEqual(token(2));
  });

  it('without any life is used once', async () => {
    const { cache } = createEndpoint({ expires_in: 0 });
    expect(await cache.getToken(credential, { allow })).toEqual(token(1));
    expect(await cache.getToken(credential, { allow })).toEqual(token(2));
  });

  it('belongs to one version of one credential', async () => {
    const { cache } = createEndpoint();
    expect(await cache.getToken(credential, { allow })).toEqual(token(1));
    expect(await cache.getToken({ ...credential, id: 'c2' }, { allow })).toEqual(token(2));
    expect(await cache.getToken({ ...credential, version: 2 }, { allow })).toEqual(token(3));
    expect(await cache.getToken({ ...credential, version: 2 }, { allow })).toEqual(token(3));
  });

  it('is not driven out by a run that still holds the version before', async () => {
    const { cache } = createEndpoint();
    await cache.getToken({ ...credential, version: 2 }, { allow });
    expect(await cache.getToken(credential, { allow })).toEqual(token(2));
    expect(await cache.getToken({ ...credential, version: 2 }, { allow })).toEqual(token(1));
  });

  it('is forgotten with its credential', async () => {
    const { cache } = createEndpoint();
    await cache.getToken(credential, { allow });
    cache.forget('c1');
    expect(await cache.getToken(credential, { allow })).toEqual(token(2));
  });
});

describe('concurrent runs', () => {
  it('share one call of the token endpoint', async () => {
    const { state, cache } = createEndpoint();
    state.held = true;
    const all = Array.from({ length: 20 }, () => cache.getToken(credential, { allow }));
    state.release();
    expect(new Set((await Promise.all(all)).map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(token(1))]));
    expect(state.callCount).toBe(1);
  });

  it('that are all answered with 401 renew the token once', async () => {
    const { state, cache } = createEndpoint();
    await cache.getToken(credential, { allow });
    const rejected = { allow, rejectedToken: 'token-1' };
    expect(await Promise.all([cache.getToken(credential, rejected), cache.getToken(credential, rejected)])).toEqual([token(2), token(2)]);
    expect(await cache.getToken(credential, rejected)).toEqual(token(2));
    expect(state.callCount).toBe(2);
  });

  it('can give up without stopping the others', async () => {
    const { state, cache } = createEndpoint();
    state.held = true;
    const controller = new AbortController();
    const impatient = cache.getToken(credential, { allow, signal: controller.signal });
    const patient = cache.getToken(credential, { allow, signal: new AbortController().signal });
    controller.abort();
    expect(await impatient).toEqual({ kind: 'cancelled' });
    state.release();
    expect(await patient).toEqual(token(1));
    expect(await cache.getToken(credential, { allow, signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
  });
});

describe('a failure', () => {
  it('is told to everyone who waited and tried anew by the next', async () => {
    const { state, cache } = createEndpoint();
    state.failing = true;
    const results = await Promise.all([cache.getToken(credential, { allow }), cache.getToken(credential, { allow })]);
    expect(results).toEqual(Array(2).fill({ kind: 'failed', reason: expect.stringContaining('client id or secret (invalid_client)') }));
    expect(state.callCount).toBe(1);
    state.failing = false;
    expect(await cache.getToken(credential, { allow })).toEqual(token(2));
  });

  it('to renew a rejected token drops that token', async () => {
    const { state, cache } = createEndpoint();
    await cache.getToken(credential, { allow });
    state.failing = true;
    expect(await cache.getToken(credential, { allow, rejectedToken: 'token-1' })).toMatchObject({ kind: 'failed' });
    state.failing = false;
    expect(await cache.getToken(credential, { allow })).toEqual(token(3));
  });

  it('that is our own leaves the cache usable', async () => {
    const clock = createManualClock();
    let isBroken = true;
    const send: SendTokenRequest = () => {
      if (isBroken) throw new Error('broken');
      return Promise.resolve({ kind: 'response', status: 200, body: Buffer.from('{"access_token":"token-1"}') });
    };
    const cache = createTokenCache({ send, clock });
    await expect(cache.getToken(credential, { allow })).rejects.toThrow('broken');
    isBroken = false;
    expect(await cache.getToken(credential, { allow })).toEqual(token(1));
  });
});
