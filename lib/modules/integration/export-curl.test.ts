import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortPairs, toComparableRequest } from './curl-request.fixture';
import { hasVariables } from './curl-pairs.rules';
import { exportCurl, type CurlRequest } from './export-curl.rules';
import { importCurl } from './import-curl.rules';
import { httpMethodSchema } from './integration.schema';

const request: CurlRequest = {
  method: 'GET',
  url: 'https://api.example.com/x?a=1',
  headers: [{ name: 'Accept', value: 'application/json' }],
  body: null,
  followRedirects: false,
};

describe('a command', () => {
  it('reads well', () => {
    const text = exportCurl({
      ...request,
      method: 'POST',
      headers: [
        { name: 'Accept', value: 'application/json' },
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Authorization', value: 'Bearer <token of “AG Bank”>' },
      ],
      body: '{"name":"it\'s"}',
      followRedirects: true,
      timeoutMs: 20_000,
    });
    expect(text).toBe(`curl 'https://api.example.com/x?a=1' \\
  --location \\
  --max-redirs 5 \\
  --max-time 20 \\
  --header 'Accept: application/json' \\
  --header 'Content-Type: application/json' \\
  --header 'Authorization: Bearer <token of “AG Bank”>' \\
  --data-raw '{"name":"it'\\''s"}'`);
  });

  it.each([
    ['a method that isn’t implied', { method: 'PUT' }, '--request PUT'],
    ['HEAD', { method: 'HEAD' }, '--head'],
    ['GET with a body', { body: 'x' }, '--request GET'],
    ['a header without value', { headers: [{ name: 'X-A', value: '' }] }, "--header 'X-A;'"],
    ['no Accept', { headers: [] }, "--header 'Accept:'"],
    ['a body without Content-Type', { body: 'x' }, "--header 'Content-Type:'"],
    ['brackets in the address', { url: 'https://[::1]/x' }, '--globoff'],
    ['packed answers', { headers: [{ name: 'accept-encoding', value: 'gzip, br' }] }, '--compressed'],
    ['a body like a file’s name', { body: '@/etc/passwd' }, "--data-raw '@/etc/passwd'"],
  ])('has what %s needs', (_, change, option) => {
    expect(exportCurl({ ...request, ...change })).toContain(option);
  });

  it('never lets a value end its quotes and run as a command', () => {
    const text = exportCurl({ ...request, body: "'; rm -rf / #" });
    expect(text).toContain(`--data-raw ''\\''; rm -rf / #'`);
    expect(importCurl(text)).toMatchObject({ definition: { postBody: { kind: 'raw', text: "'; rm -rf / #" } } });
  });
});

describe('importing what was exported', () => {
  const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
  const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'\'"\\$`^;&|<>@=%+ \n\t{}#!') }));
  // A part of what looks like a variable is one, after importing.
  const plainText = fc.oneof({ weight: 4, arbitrary: anyText }, fc.json()).filter((text) => !hasVariables(text) && !text.includes('\0'));
  const reserved = /^(accept-encoding|connection|content-length|content-type|expect|host|keep-alive|proxy-connection|te|transfer-encoding|upgrade)$/i;
  const header = fc.record({ name: token.filter((name) => !reserved.test(name)), value: plainText.map((text) => text.replaceAll(/\s+/g, ' ').trim()) });
  const contentType = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain; charset=utf-8', 'application/xml');
  const authorization = fc.constantFrom('Bearer <token>', `Basic ${btoa('a:b:c')}`, 'Digest x', 'ApiKey "q"');
  const query = fc.array(fc.tuple(plainText, plainText)).map((pairs) => new URLSearchParams(pairs).toString());
  const path = fc.webPath({ size: '-1' });
  const common = {
    method: fc.constantFrom(...httpMethodSchema.options),
    url: fc.tuple(path, query).map(([before, after]) => `https://api.example.com${before}${after ? `?${after}` : ''}`),
    headers: fc
      .tuple(fc.uniqueArray(header, { selector: ({ name }) => name.toLowerCase() }), fc.option(contentType), fc.option(authorization))
      .map(([headers, type, value]) => [
        ...headers.filter(({ name }) => name.toLowerCase() !== 'authorization'),
        ...(type === null ? [] : [{ name: 'Content-Type', value: type }]),
        ...(value === null ? [] : [{ name: 'Authorization', value }]),
      ]),
    followRedirects: fc.boolean(),
    timeoutMs: fc.integer({ min: 1_000, max: 120_000 }),
  };

  it('gives the same request for any text anywhere', () => {
    fc.assert(
      fc.property(fc.record({ ...common, body: fc.option(plainText) }), (sent) => {
        const result = importCurl(exportCurl(sent));
        if (result.kind !== 'imported') throw new Error(result.reason);
        expect(result.definition.timeoutMs).toBe(sent.timeoutMs);
        expect(toComparableRequest(result.definition, result.credential)).toEqual(toExpected(sent, result.definition.postBody.kind));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same parts of a multipart body', () => {
    const part = fc.record({
      name: fc.stringMatching(/^[\w -]{1,10}$/),
      value: plainText,
      fileName: fc.oneof(fc.constant(''), fc.stringMatching(/^[\w ;"\\-]{1,12}$/)),
      contentType: fc.constantFrom('', 'text/plain', 'text/plain; charset=utf-8'),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (formParts) => {
        const result = importCurl(exportCurl({ ...request, method: 'POST', formParts }));
        if (result.kind !== 'imported') throw new Error(result.reason);
        expect(toComparableRequest(result.definition, null).body).toEqual(formParts);
        expect(result.notes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The request that was exported, its form body as pairs where the import made rows of it. */
function toExpected(sent: CurlRequest, kind: string) {
  const url = new URL(sent.url);
  // Without a body, cURL has nothing to label; an empty body is none.
  const body = kind === 'form' ? [...new URLSearchParams(sent.body ?? '')] : kind === 'none' ? null : sent.body;
  return {
    method: sent.method,
    address: url.origin + url.pathname,
    query: [...url.searchParams],
    headers: sortPairs(sent.headers.map(({ name, value }) => [name.toLowerCase(), value])),
    body,
    followRedirects: sent.followRedirects,
  };
}
