import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorizeRequest } from '@/lib/modules/credential/authorize-request';
import type { OAuthSettings } from '@/lib/modules/credential/credential.schema';
import { testCredential } from '@/lib/modules/credential/test-credential';
import { createTokenCache } from '@/lib/modules/credential/token-cache';
import { EMPTY_ALLOW_LIST, parseAllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import { createManualClock } from '@/lib/platform/manual-clock';
import { createOutbound } from '@/lib/platform/http/outbound';

const CLIENT_SECRET = 'a secret: with "signs" & + % blanks, long enough';
const AUDIENCE = 'https://api.bank.example';
const TOKEN_LIFETIME_S = 600;

const outbound = createOutbound({ version: 'test' });
const { list: allow } = parseAllowList('127.0.0.1');
let server: http.Server;
let origin: string;
/** Requests that reached the authorization server. */
let tokenCallCount = 0;
/** Set by the API that asks the authorization server whether a token is good. */
const revoked = new Set<string>();

beforeAll(async () => {
  server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server's address is an object.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = createProvider(origin);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/token') tokenCallCount += 1;
    if (request.url === '/accounts') return void answerAccounts(provider, request, response);
    if (request.url === '/old-token') return void response.writeHead(307, { Location: '/token' }).end();
    void answer(request, response);
  });
});
afterAll(() => {
  outbound.close();
  server.close();
  server.closeAllConnections();
});

/** The authorization server with one client for each place of the secret. */
function createProvider(issuer: string): Provider {
  const client = { client_secret: CLIENT_SECRET, grant_types: ['client_credentials'], response_types: [], redirect_uris: [] };
  return new Provider(issuer, {
    clients: [
      { ...client, client_id: 'bot:header', token_endpoint_auth_method: 'client_secret_basic', scope: 'read' },
      { ...client, client_id: 'bot-body', token_endpoint_auth_method: 'client_secret_post', scope: 'read' },
    ],
    scopes: ['read', 'admin'],
    ttl: { ClientCredentials: TOKEN_LIFETIME_S },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (context) => {
          const audience = context.oidc.body?.['audience'];
          return typeof audience === 'string' ? audience : [];
        },
        getResourceServerInfo: (_context, resource) => ({ scope: 'read admin', audience: resource, accessTokenFormat: 'opaque' }),
      },
    },
  });
}

/** An API that answers 401 to tokens which the authorization server did not issue or which were revoked. */
async function answerAccounts(provider: Provider, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const found = revoked.has(token) ? undefined : await provider.ClientCredentials.find(token);
  response.writeHead(found ? 200 : 401).end(JSON.stringify({ scope: found?.scope, audience: found?.aud }));
}

const settingsOf = (change: Partial<OAuthSettings> = {}): OAuthSettings => ({
  kind: 'oauth-client-credentials',
  tokenUrl: `${origin}/token`,
  clientId: 'bot:header',
  clientSecret: CLIENT_SECRET,
  scope: 'read',
  audience: AUDIENCE,
  secretIn: 'header',
  ...change,
});

/** Calls the API as a run does: with a kept token, and once more with a renewed one after a 401. */
async function callAccounts(tokens: ReturnType<typeof createTokenCache>, settings: OAuthSettings) {
  const credential = { id: 'c1', version: 1, settings };
  let rejectedToken: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const got = await tokens.getToken(credential, { allow, ...(rejectedToken ? { rejectedToken } : {}) });
    if (got.kind !== 'token') return got;
    const plain = { method: 'GET', url: `${origin}/accounts`, headers: [], body: null };
    const { request } = authorizeRequest(plain, { kind: 'oauth-token', accessToken: got.accessToken });
    const result = await outbound.exchange(request, { allow, timeoutMs: 10_000, responseBytesMax: 10_000, followRedirects: false });
    if (result.kind !== 'response' || result.status !== 401 || attempt === 2) {
      const bodyText = result.kind === 'response' ? Buffer.from(result.body).toString() : '';
      return { ...result, accessToken: got.accessToken, bodyText };
    }
    rejectedToken = got.accessToken;
  }
}

const createCache = () => {
  const clock = createManualClock(Date.now());
  return { clock, tokens: createTokenCache({ send: outbound.exchange, clock }) };
};

describe('with a real authorization server', () => {
  it.each([
    ['header', { clientId: 'bot:header', secretIn: 'header' }],
    ['body', { clientId: 'bot-body', secretIn: 'body' }],
  ] as const)('a token is got with the secret in the %s, for scope and audience, and the API accepts it', async (_place, change) => {
    const result = await callAccounts(createCache().tokens, settingsOf(change));
    expect(result).toMatchObject({ status: 200, bodyText: JSON.stringify({ scope: 'read', audience: AUDIENCE }) });
  });

  it('a token is kept between calls and renewed before it expires', async () => {
    const { clock, tokens } = createCache();
    const before = tokenCallCount;
    await Promise.all(Array.from({ length: 10 }, () => callAccounts(tokens, settingsOf())));
    expect(tokenCallCount).toBe(before + 1);
    await clock.advance(TOKEN_LIFETIME_S * 1_000 - 30_000);
    expect(await callAccounts(tokens, settingsOf())).toMatchObject({ status: 200 });
    expect(tokenCallCount).toBe(before + 2);
  });

  it('a revoked token is renewed once, however many calls it fails', async () => {
    const { tokens } = createCache();
    const first = await callAccounts(tokens, settingsOf());
    if (!('accessToken' in first)) throw new Error('no token');
    revoked.add(first.accessToken);
    const before = tokenCallCount;
    const results = await Promise.all(Array.from({ length: 10 }, () => callAccounts(tokens, settingsOf())));
    expect(results.map((result) => 'status' in result && result.status)).toEqual(Array(10).fill(200));
    expect(tokenCallCount).toBe(before + 1);
  });

  it.each<[string, Partial<OAuthSettings>, string]>([
    ['a wrong secret', { clientSecret: 'wrong' }, 'doesn’t accept the client id or secret (invalid_client)'],
    ['an unknown client', { clientId: 'nobody' }, '(invalid_client)'],
    ['a scope that is not the client’s', { scope: 'read admin' }, '(invalid_scope)'],
  ])('%s is refused in words', async (_what, change, reason) => {
    expect(await callAccounts(createCache().tokens, settingsOf(change))).toEqual({ kind: 'failed', reason: expect.stringContaining(reason) });
  });

  it('a token URL that redirects does not get the secret sent on', async () => {
    const before = tokenCallCount;
    const result = await callAccounts(createCache().tokens, settingsOf({ tokenUrl: `${origin}/old-token` }));
    expect(result).toEqual({ kind: 'failed', reason: expect.stringContaining('redirect (status 307)') });
    expect(tokenCallCount).toBe(before);
  });

  it('a token URL in a private network is not called unless the workspace allows it', async () => {
    const before = tokenCallCount;
    const { tokens } = createCache();
    const result = await tokens.getToken({ id: 'c1', version: 1, settings: settingsOf() }, { allow: EMPTY_ALLOW_LIST });
    expect(result).toEqual({ kind: 'failed', reason: expect.stringContaining('may not be called') });
    expect(tokenCallCount).toBe(before);
  });
});

describe('the test of a credential', () => {
  const clock = createManualClock();
  const test = (change: Partial<OAuthSettings> = {}) => testCredential({ send: outbound.exchange, clock }, settingsOf(change), allow);

  it('shows the token answer with the token masked', async () => {
    expect(await test()).toEqual({
      kind: 'token',
      status: 200,
      durationMs: 0,
      answer: {
        access_token: expect.stringMatching(/^[\w-]{3}…\(masked, 43 characters\)$/),
        expires_in: TOKEN_LIFETIME_S,
        token_type: 'Bearer',
        scope: 'read',
      },
    });
  });

  it('shows a refusal with its status', async () => {
    expect(await test({ clientSecret: 'wrong' })).toMatchObject({ kind: 'failed', status: 401, answer: { error: 'invalid_client' } });
  });

  it('says when no server answers', async () => {
    expect(await test({ tokenUrl: 'http://127.0.0.1:9/token' })).toMatchObject({ kind: 'failed', status: null, answer: null });
  });

  it('is refused for a kind without a server', async () => {
    const basic = { kind: 'basic', userName: 'ada', password: 'pw' } as const;
    await expect(testCredential({ send: outbound.exchange, clock }, basic, allow)).rejects.toMatchObject({ code: 'credential/not-testable' });
  });
});
