import { describe, expect, it } from 'vitest';
import { credentialSettingsSchema } from '@/lib/modules/credential/credential.schema';
import { integrationDefinitionSchema } from './integration.schema';
import { findLiteralSecrets } from './literal-secret.rules';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P';
const GITHUB = `ghp_${'a1B2'.repeat(9)}`;
const GOOGLE = `AIza${'Sy0_-'.repeat(7)}`;

const find = (change: object) =>
  findLiteralSecrets(integrationDefinitionSchema.parse({ name: 'a', responseVariable: 'a', url: 'https://api.example.com/', ...change }));
const header = (name: string, value: string) => ({ headers: [{ name, value }] });
const parameter = (name: string, value: string) => ({ parameters: [{ name, value }] });
const json = (text: string) => ({ postBody: { kind: 'json', text } });

/** The text that the span of the only find covers. */
function readSpan(change: object): string {
  const [secret, ...others] = find(change);
  expect(others).toEqual([]);
  const definition: unknown = integrationDefinitionSchema.parse({ name: 'a', responseVariable: 'a', url: 'https://api.example.com/', ...change });
  const text = secret?.path.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : node), definition);
  return String(text).slice(secret?.span.start, secret?.span.end);
}

describe('a literal secret', () => {
  it.each([
    ['bearer', header('Authorization', 'Bearer abc123def'), 'abc123def', { kind: 'access-token', tokenType: 'Bearer', token: 'abc123def' }],
    ['bearer', header('authorization', ' token abc123def '), 'abc123def', { kind: 'access-token', tokenType: 'token', token: 'abc123def' }],
    ['bearer', header('Authorization', 'abc123def'), 'abc123def', { kind: 'access-token', tokenType: '', token: 'abc123def' }],
    ['jwt', header('Authorization', `Bearer ${JWT}`), JWT, { kind: 'access-token', tokenType: 'Bearer', token: JWT }],
    ['basic', header('Authorization', `Basic ${btoa('a:b')}`), btoa('a:b'), { kind: 'basic', userName: 'a', password: 'b' }],
    ['bearer', header('Authorization', 'AWS4-HMAC-SHA256 Credential=a, Signature=b'), 'Credential=a, Signature=b', null],
    ['api-key', header('X-Api-Key', 'sample-key-456'), 'sample-key-456', { kind: 'api-key', in: 'header', name: 'X-Api-Key', value: 'sample-key-456' }],
    ['api-key', header('Ocp-Apim-Subscription-Key', 'abcdef123'), 'abcdef123', { kind: 'api-key', in: 'header', name: 'Ocp-Apim-Subscription-Key', value: 'abcdef123' }],
    ['api-key', header('X-Auth-Token', 'abcdef123'), 'abcdef123', { kind: 'api-key', in: 'header', name: 'X-Auth-Token', value: 'abcdef123' }],
    ['api-key', header('X-Vendor-Token', 'f3a9c1d8e7b64520a1c9'), 'f3a9c1d8e7b64520a1c9', { kind: 'api-key', in: 'header', name: 'X-Vendor-Token', value: 'f3a9c1d8e7b64520a1c9' }],
    ['api-key', header('X-Whatever', `see ${GITHUB} there`), GITHUB, null],
    ['cookie', header('Cookie', 'lang=de; JSESSIONID=0123456789abcdef01'), 'lang=de; JSESSIONID=0123456789abcdef01', { kind: 'api-key', in: 'header', name: 'Cookie', value: 'lang=de; JSESSIONID=0123456789abcdef01' }],
    ['api-key', parameter('api_key', 'sample-key-456'), 'sample-key-456', { kind: 'api-key', in: 'query', name: 'api_key', value: 'sample-key-456' }],
    ['api-key', parameter('apiKey', 'sample-key-456'), 'sample-key-456', { kind: 'api-key', in: 'query', name: 'apiKey', value: 'sample-key-456' }],
    ['api-key', parameter('key', GOOGLE), GOOGLE, { kind: 'api-key', in: 'query', name: 'key', value: GOOGLE }],
    ['api-key', { url: 'https://a.example/x?z=1&api_key=abc%2Bdef#top' }, 'abc%2Bdef', { kind: 'api-key', in: 'query', name: 'api_key', value: 'abc+def' }],
    ['basic', { url: 'https://freddy:p%40ss@a.example/x' }, 'freddy:p%40ss', { kind: 'basic', userName: 'freddy', password: 'p@ss' }],
    ['api-key', { url: `https://hooks.example/${GITHUB}/send` }, GITHUB, null],
    ['password', json('{"user":"a","password":"hunter2!"}'), 'hunter2!', null],
    ['password', json('{"client_secret" : "s3cr\\"et"}'), 's3cr\\"et', null],
    ['jwt', json(`{"assertion":"${JWT}"}`), JWT, null],
    ['private-key', json('{"k":"-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----\\n"}'), '-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----', null],
    ['password', { postBody: { kind: 'form', rows: [{ name: 'client_secret', value: 'ag-bank-secret' }] } }, 'ag-bank-secret', null],
    ['api-key', { postBody: { kind: 'raw', contentType: 'text/plain', text: 'AWS AKIAIOSFODNN7ABCDEFG' } }, 'AKIAIOSFODNN7ABCDEFG', null],
  ])('is found: %s in %j', (...[kind, change, text, credential]) => {
    expect(readSpan(change)).toBe(text);
    expect(find(change)[0]).toMatchObject({ kind, suggestedCredential: credential });
    if (credential) expect(credentialSettingsSchema.parse(credential)).toEqual(credential);
  });

  it.each([
    ['slack', 'xoxb-1234567890-abcdefghij'],
    ['gitlab', 'glpat-abcdefghij0123456789'],
    ['openai', 'sk-proj-abcdefghijklmnopqrst0123'],
    ['stripe', 'sk_live_abcdefghijklmnop0123'],
  ])('of a known make is found under any name: %s', (_, token) => {
    expect(readSpan(parameter('q', token))).toBe(token);
  });

  it('is found in rows that are switched off, since they are stored too', () => {
    expect(find({ headers: [{ name: 'X-Api-Key', value: 'sample-key-456', enabled: false }] })).toHaveLength(1);
  });

  it('tells what to do without repeating the secret', () => {
    const [inHeader] = find(header('X-Api-Key', 'sample-key-456'));
    const [inBody] = find(json('{"password":"hunter2!"}'));
    expect(inHeader?.message).toBe('An API key stands here as plain text. Make it a credential: it is then encrypted, and the request stays the same.');
    expect(inBody?.message).toContain('{$env.key}');
  });
});

describe('what is no secret', () => {
  it.each([
    [header('Authorization', 'Bearer {$botContext.cidp_accessToken}')],
    [header('Authorization', '{$env.authorization}')],
    [header('Authorization', 'Bearer <token>')],
    [header('Authorization', 'Bearer YOUR_TOKEN')],
    [header('Authorization', 'Bearer $TOKEN')],
    [header('Authorization', 'Bearer ')],
    [header('Authorization', '')],
    [header('X-Api-Key', '{$env.apiKey}')],
    [header('X-Api-Key', 'xxxxxxxx')],
    [header('X-Api-Key', '')],
    [header('X-Request-Id', '0b9c6f1e-2f6d-4c55-9a55-6a1b2f0a9d11')],
    [header('Idempotency-Key', 'order-1')],
    [header('Idempotency-Key', '0b9c6f1e-2f6d-4c55-9a55-6a1b2f0a9d11')],
    [parameter('nextPageToken', 'CAUQAA1f3a9c1d8e7b64520a1c9')],
    [header('If-None-Match', '"33a64df551425fcc55e4d42a148795d9f25f89d4"')],
    [header('traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01')],
    [header('Content-Type', 'application/json;charset=UTF-8')],
    [header('User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36')],
    [header('Cookie', 'lang=de; theme=dark')],
    [header('Authority', 'api.example.com')],
    [parameter('key', 'name')],
    [parameter('code', 'DE')],
    [parameter('token', 'next')],
    [parameter('pageToken', '2')],
    [parameter('keyword', 'api key')],
    [parameter('q', 'sk-learn and eyJ')],
    [parameter('author', 'token')],
    [{ url: 'https://api.example.com/v1/keys/{$botContext.key}?api_key={$env.apiKey}' }],
    [{ url: '{$env.bankUrl}/accounts?user=a:b@c' }],
    [{ url: 'https://{$env.user}:{$env.password}@api.example.com/' }],
    [json('{"password":"{$botContext.password}","apiKey":"<key>"}')],
    [json('{"passwordRules":"at least 12","token_type":"bearer","key":"colour"}')],
    [json('{"iban":"DE89370400440532013000","id":"65f1c0ffee65f1c0ffee65f1"}')],
    [{ postBody: { kind: 'form', rows: [{ name: 'grant_type', value: 'client_credentials' }] } }],
  ])('%j', (change) => {
    expect(find(change)).toEqual([]);
  });
});
