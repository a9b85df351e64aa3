import { describe, expect, it } from 'vitest';
import type { OAuthSettings } from '@/lib/modules/credential/credential.schema';
import { buildTokenRequest, maskTokenAnswer, readTokenAnswer } from '@/lib/modules/credential/oauth.rules';
import { requestToken, type SendTokenRequest } from '@/lib/modules/credential/request-token';
import { EMPTY_ALLOW_LIST } from '@/lib/modules/workspace/outbound-allow.rules';

const settings: OAuthSettings = {
  kind: 'oauth-client-credentials',
  tokenUrl: 'https://login.example.com/token',
  clientId: 'my:id',
  clientSecret: 'a b:ü&',
  scope: 'read write',
  audience: 'https://api.example.com',
  secretIn: 'header',
};

describe('asking for a token', () => {
  it('sends id and secret in a header, form-encoded so that a colon does no harm', () => {
    const { headers, form } = buildTokenRequest(settings);
    const encoded = headers.find((header) => header.name === 'Authorization')?.value.replace('Basic ', '') ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe('my%3Aid:a+b%3A%C3%BC%26');
    expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
      grant_type: 'client_credentials',
      scope: 'read write',
      audience: 'https://api.example.com',
    });
  });

  it('sends id and secret in the body only, if so chosen, and leaves out what is empty', () => {
    const { headers, form } = buildTokenRequest({ ...settings, secretIn: 'body', scope: '', audience: '' });
    expect(headers.map((header) => header.name)).toEqual(['Accept', 'Content-Type']);
    expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'my:id',
      client_secret: 'a b:ü&',
    });
  });
});

describe('a token endpoint’s answer', () => {
  it.each<[string, { status: number; body: unknown }, string]>([
    ['the standard’s errors are put in words', { status: 400, body: { error: 'invalid_scope', error_description: 'unknown "x"' } }, 'doesn’t know the scope, or this client may not have it (invalid_scope): unknown "x"'],
    ['an error of its own is quoted', { status: 403, body: { error: 'out_of_credit' } }, 'refused (out_of_credit)'],
    ['an error named like a built-in is quoted', { status: 400, body: { error: 'constructor' } }, 'refused (constructor)'],
    ['an error with status 200 is one', { status: 200, body: { error: 'invalid_client' } }, '(invalid_client)'],
    ['a page is no answer', { status: 200, body: '<html>' }, 'no JSON object'],
    ['a list is no answer', { status: 200, body: [] }, 'no JSON object'],
    ['a failing server is told by its status', { status: 503, body: 'busy' }, 'status 503'],
    ['a redirect is not followed', { status: 302, body: '' }, 'redirect (status 302)'],
    ['a token is needed', { status: 200, body: { token_type: 'bearer' } }, 'no “access_token”'],
    ['a token with a line break is refused', { status: 200, body: { access_token: 'a\r\nX: 1' } }, 'no header can carry'],
    ['tokens with proof can’t be sent', { status: 200, body: { access_token: 'a', token_type: 'DPoP' } }, 'only bearer tokens'],
  ])('%s', (_rule, { status, body }, reason) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(readTokenAnswer(status, text)).toMatchObject({ kind: 'failed', reason: expect.stringContaining(reason) });
  });

  it('is taken with any capitals of “Bearer”, another name for it or none', () => {
    for (const token_type of ['bearer', 'BEARER', 'BearerToken', undefined]) {
      expect(readTokenAnswer(200, JSON.stringify({ access_token: 'a', token_type }))).toMatchObject({ kind: 'token', accessToken: 'a' });
    }
  });
});

describe('an answer that is shown', () => {
  it('holds no token, in whatever field it comes', () => {
    const long = `eyJ${'x'.repeat(809)}`;
    const answer = { access_token: long, refresh_token: 'short', id: { t: long }, list: [long], token_type: 'Bearer', expires_in: 3_600, scope: 'read', ok: true };
    expect(maskTokenAnswer(answer, 'cs')).toEqual({
      access_token: 'eyJ…(masked, 812 characters)',
      refresh_token: '…(masked, 5 characters)',
      id: '(masked)',
      list: '(masked)',
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: 'read',
      ok: true,
    });
    expect(maskTokenAnswer('a token by itself', 'cs')).toBe('(masked)');
  });

  it('hides the client secret that a server repeats', async () => {
    expect(maskTokenAnswer({ error_description: 'bad a+b%3A%C3%BC%26 a b:ü&' }, settings.clientSecret)).toEqual({
      error_description: 'bad (masked) (masked)',
    });
    const body = Buffer.from(JSON.stringify({ error: 'invalid_client', error_description: 'not a b:ü&' }));
    const send: SendTokenRequest = () => Promise.resolve({ kind: 'response', status: 401, body });
    expect(await requestToken(send, settings, EMPTY_ALLOW_LIST)).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/: not \(masked\)$/) });
  });
});
