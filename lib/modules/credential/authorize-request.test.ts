import { describe, expect, it } from 'vitest';
import { authorizeRequest, type Authorization } from '@/lib/modules/credential/authorize-request';

const plain = { method: 'GET', url: 'https://api.example.com/v1?a=1', headers: [{ name: 'Accept', value: '*/*' }] };

describe('a credential added to a request', () => {
  it.each<[string, Authorization, string]>([
    ['basic, in UTF-8', { kind: 'basic', userName: 'jürgen', password: 'pä:ss' }, `Basic ${Buffer.from('jürgen:pä:ss').toString('base64')}`],
    ['basic without password', { kind: 'basic', userName: 'key', password: '' }, 'Basic a2V5Og=='],
    ['access token', { kind: 'access-token', tokenType: 'Bearer', token: 'abc' }, 'Bearer abc'],
    ['access token of another type', { kind: 'access-token', tokenType: 'Token', token: 'token="abc"' }, 'Token token="abc"'],
    ['access token without type', { kind: 'access-token', tokenType: '', token: 'abc' }, 'abc'],
    ['OAuth token', { kind: 'oauth-token', accessToken: 'abc' }, 'Bearer abc'],
  ])('%s becomes the Authorization header', (_what, authorization, value) => {
    const { request, headerName } = authorizeRequest(plain, authorization);
    expect(request).toEqual({ ...plain, headers: [...plain.headers, { name: 'Authorization', value }] });
    expect(headerName).toBe('Authorization');
    expect(plain.headers).toHaveLength(1);
  });

  it('replaces every header of the same name, whatever its case', () => {
    const headers = [{ name: 'authorization', value: 'x' }, ...plain.headers, { name: 'AUTHORIZATION', value: 'y' }];
    const { request } = authorizeRequest({ ...plain, headers }, { kind: 'oauth-token', accessToken: 'abc' });
    expect(request.headers).toEqual([...plain.headers, { name: 'Authorization', value: 'Bearer abc' }]);
  });

  it('puts an API key into its header', () => {
    const { request, headerName } = authorizeRequest(plain, { kind: 'api-key', in: 'header', name: 'X-Api-Key', value: 'k' });
    expect(request.headers).toContainEqual({ name: 'X-Api-Key', value: 'k' });
    expect(headerName).toBe('X-Api-Key');
  });

  it.each([
    ['https://a.example/p', 'https://a.example/p?key=s%26%3D%2F%20'],
    ['https://a.example/p?', 'https://a.example/p?key=s%26%3D%2F%20'],
    ['https://a.example/p?a=1&b=%2B+c', 'https://a.example/p?a=1&b=%2B+c&key=s%26%3D%2F%20'],
    ['https://a.example/p?key=old&a=1&k%65y=older', 'https://a.example/p?a=1&key=s%26%3D%2F%20'],
    ['https://a.example/p?a=%&key', 'https://a.example/p?a=%&key=s%26%3D%2F%20'],
    ['https://a.example/p?a=?#f?g', 'https://a.example/p?a=?&key=s%26%3D%2F%20#f?g'],
  ])('puts an API key into the query of %s, other parameters untouched', (url, expected) => {
    const { request } = authorizeRequest({ ...plain, url }, { kind: 'api-key', in: 'query', name: 'key', value: 's&=/ ' });
    expect(request.url).toBe(expected);
  });
});

describe('the secrets to be masked', () => {
  it('are named in every form in which they are sent', () => {
    const basic = authorizeRequest(plain, { kind: 'basic', userName: 'ada', password: 'p "w/' });
    expect(basic.secrets).toEqual([Buffer.from('ada:p "w/').toString('base64'), 'p%20%22w%2F', 'p+%22w%2F', 'p \\"w/', 'p "w/']);
    expect(basic.secrets.some((secret) => basic.request.headers.some((header) => header.value.endsWith(secret)))).toBe(true);

    const key = authorizeRequest(plain, { kind: 'api-key', in: 'query', name: 'key', value: 'ä ö' });
    expect(key.secrets.some((secret) => key.request.url.endsWith(`=${secret}`))).toBe(true);
  });

  it('never include an empty text, which would mask everything', () => {
    expect(authorizeRequest(plain, { kind: 'basic', userName: 'key', password: '' }).secrets).toEqual(['a2V5Og%3D%3D', 'a2V5Og==']);
  });
});
