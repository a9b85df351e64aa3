import { describe, expect, it } from 'vitest';
import { mergeSettings, toPublicSettings, toSecret, toWholeSettings } from '@/lib/modules/credential/credential.rules';
import {
  credentialInputSchema,
  credentialUpdateSchema,
  type CredentialSettings,
} from '@/lib/modules/credential/credential.schema';

const basic = { kind: 'basic', userName: 'ada', password: 'pw' } as const;
const accessToken = { kind: 'access-token', tokenType: 'Bearer', token: 'tok' } as const;
const headerKey = { kind: 'api-key', in: 'header', name: 'X-Api-Key', value: 'k' } as const;
const queryKey = { kind: 'api-key', in: 'query', name: 'api key', value: 'k&=ü' } as const;
const oauth = {
  kind: 'oauth-client-credentials',
  tokenUrl: 'https://login.example.com/token',
  clientId: 'id',
  clientSecret: 'cs',
  scope: 'read write',
  audience: '',
  secretIn: 'header',
} as const;
const everyKind: CredentialSettings[] = [basic, accessToken, headerKey, queryKey, oauth];

const problems = (settings: object): string[] => {
  const { error } = credentialInputSchema.safeParse({ name: 'Bank', settings });
  return [...new Set(error?.issues.map((issue) => issue.path.join('.')))];
};

describe('a new credential', () => {
  it.each(everyKind)('of kind $kind is accepted', (settings) => expect(problems(settings)).toEqual([]));

  it('gets the usual defaults', () => {
    const parse = (settings: object) => credentialInputSchema.parse({ name: ' Bank ', settings });
    expect(parse({ kind: 'access-token', token: 't' })).toEqual({ name: 'Bank', settings: { ...accessToken, token: 't' } });
    const { scope: _scope, audience: _audience, secretIn: _secretIn, ...short } = oauth;
    expect(parse(short).settings).toEqual({ ...oauth, scope: '' });
  });

  it.each<[string, object, string[]]>([
    ['a colon in a user name', { ...basic, userName: 'a:b' }, ['settings.userName']],
    ['a line break in a user name', { ...basic, userName: 'a\r\nX: y' }, ['settings.userName']],
    ['half a surrogate pair in a password', { ...basic, password: '\ud800' }, ['settings.password']],
    ['a line break in a token', { ...accessToken, token: 'a\r\nX-Evil: 1' }, ['settings.token']],
    ['a line break in a token type', { ...accessToken, tokenType: 'Bearer\nX' }, ['settings.tokenType']],
    ['no token', { ...accessToken, token: '' }, ['settings.token']],
    ['a line break in a key', { ...headerKey, value: 'a\nb' }, ['settings.value']],
    ['an umlaut in a header', { ...headerKey, value: 'ü' }, ['settings.value']],
    ['a colon in a header name', { ...headerKey, name: 'X:' }, ['settings.name']],
    ['a line break in a header name', { ...headerKey, name: 'X\r\nY' }, ['settings.name']],
    ['a header of the connection', { ...headerKey, name: 'Content-Length' }, ['settings.name']],
    ['a token URL without host', { ...oauth, tokenUrl: 'login' }, ['settings.tokenUrl']],
    ['a token URL that is no web address', { ...oauth, tokenUrl: 'file:///etc/passwd' }, ['settings.tokenUrl']],
    ['a token URL with a password', { ...oauth, tokenUrl: 'https://a:b@example.com/' }, ['settings.tokenUrl']],
    ['a token URL with a fragment', { ...oauth, tokenUrl: 'https://example.com/#a' }, ['settings.tokenUrl']],
    ['no client secret', { ...oauth, clientSecret: '' }, ['settings.clientSecret']],
    ['an unknown kind', { kind: 'mtls' }, ['settings.kind']],
  ])('with %s is refused at the field', (_what, settings, paths) => expect(problems(settings)).toEqual(paths));
});

describe('the two halves of a credential', () => {
  it.each(everyKind)('of kind $kind fit together again, and the public one holds no secret', (settings) => {
    const shown = toPublicSettings(settings);
    expect(Object.values(shown)).not.toContain(toSecret(settings));
    expect(toWholeSettings(shown, toSecret(settings))).toEqual(settings);
  });
});

describe('changing a credential', () => {
  const merge = (stored: CredentialSettings, settings: object, readSecret = () => toSecret(stored)) =>
    mergeSettings({ kind: stored.kind, readSecret }, credentialUpdateSchema.parse({ name: 'Bank', settings, version: 1 }).settings);

  it.each(everyKind)('of kind $kind keeps the secret when it is left out or empty', (settings) => {
    const shown = toPublicSettings(settings);
    expect(merge(settings, shown)).toEqual({ kind: 'merged', settings });
    expect(merge(settings, toWholeSettingsWithEmptySecret(settings))).toEqual({ kind: 'merged', settings });
  });

  it('takes a new secret', () => {
    expect(merge(basic, { ...basic, password: 'new' })).toEqual({ kind: 'merged', settings: { ...basic, password: 'new' } });
  });

  it('takes a new secret without opening the old one, which may be lost', () => {
    const lost = () => {
      throw new Error('lost');
    };
    expect(merge(basic, { ...basic, password: 'new' }, lost)).toMatchObject({ kind: 'merged' });
    expect(() => merge(basic, { ...basic, password: '' }, lost)).toThrow('lost');
  });

  it('to another kind needs that kind’s secret', () => {
    expect(merge(basic, { kind: 'access-token' })).toEqual({ kind: 'invalid', field: 'token', message: 'Enter the access token.' });
  });

  it('that moves a key into a header refuses a kept value which no header can carry', () => {
    expect(merge(queryKey, { kind: 'api-key', in: 'header', name: 'X-Key' })).toMatchObject({ kind: 'invalid', field: 'value' });
  });
});

function toWholeSettingsWithEmptySecret(settings: CredentialSettings): object {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value === toSecret(settings) ? '' : value]));
}
