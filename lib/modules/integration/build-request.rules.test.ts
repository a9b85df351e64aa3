import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import { buildRequest, type BuiltRequest, type RequestResult } from './build-request.rules';
import { integrationDefinitionSchema } from './integration.schema';

const BOUNDARY = 'parley0123456789abcdef';

type Draft = Record<string, unknown>;

function build(draft: Draft, bot: Record<string, string> = {}, environment: Record<string, string> = {}): RequestResult {
  const definition = integrationDefinitionSchema.parse({ name: 'Orders', responseVariable: 'X', url: 'https://bank.example/orders', ...draft });
  return buildRequest({ definition, snapshot: buildSnapshot({ bot, environment }), boundary: BOUNDARY, testReferences: new Set(['$botContext.test']) });
}

function send(...input: Parameters<typeof build>): BuiltRequest {
  const result = build(...input);
  if (result.kind === 'invalid') throw new Error(`${result.field}: ${result.reason}`);
  return result.request;
}

const row = (name: string, value: string, more: Draft = {}) => ({ name, value, ...more });

describe('URL and parameters', () => {
  test.each<[string, Draft, string]>([
    ['parameters follow the URL’s own query, in order, duplicates kept', { url: 'https://h/x?b=%20&a', parameters: [row('c', '1'), row('c', '2')] }, 'https://h/x?b=%20&a&c=1&c=2'],
    ['parameters stand before the fragment, which is not sent', { url: 'https://h/x#top?no', parameters: [row('c', '1')] }, 'https://h/x?c=1'],
    ['an open query is continued', { url: 'https://h/x?', parameters: [row('c', '')] }, 'https://h/x?c='],
    ['an open parameter is continued', { url: 'https://h/x?a=1&', parameters: [row('c', '1')] }, 'https://h/x?a=1&c=1'],
    ['names and values are encoded', { parameters: [row('a b&', '1=2#ü%20')] }, 'https://bank.example/orders?a%20b%26=1%3D2%23%C3%BC%2520'],
    ['rows that are off or empty are not sent', { parameters: [row('a', '1', { enabled: false }), row('', '')] }, 'https://bank.example/orders'],
    ['variables are encoded in names and values', { parameters: [row('{$botContext.v}', 'x{$botContext.v}')] }, 'https://bank.example/orders?a%26b%3D%22%7B%24env.e%7D=xa%26b%3D%22%7B%24env.e%7D'],
    ['an unset parameter stays, empty', { parameters: [row('a', '{$botContext.none}')] }, 'https://bank.example/orders?a='],
    ['a base address comes from the environment', { url: '{$env.e}/orders' }, 'https://test.example/api/orders'],
  ])('%s', (_title, draft, url) => {
    expect(send(draft, { v: 'a&b="{$env.e}' }, { e: 'https://test.example/api' }).url).toBe(url);
  });

  test.each<[string, string, string]>([
    ['an unset base address is named', '{$env.none}/orders', '{$env.none} is not set'],
    ['userinfo cannot hide the host', 'https://bank.example@evil.example/', 'credential'],
    ['a variable cannot bring userinfo', '{$botContext.v}', 'credential'],
    ['other schemes are refused', '{$env.file}', 'file:'],
    ['a missing host is refused', 'https://', 'complete address'],
    ['a line break in the URL is refused', 'https://h/\na', 'control character'],
    ['a value cannot walk up the path', 'https://h/a/{$env.up}', '..'],
  ])('%s', (_title, url, words) => {
    expect(build({ url }, { v: 'https://a:b@h/' }, { file: 'file:///etc/passwd', up: '..' })).toMatchObject({ kind: 'invalid', field: 'url', reason: expect.stringContaining(words) });
  });

  test('a parameter without a name is named', () => {
    expect(build({ parameters: [row('a', '1'), row('', 'x')] })).toMatchObject({ kind: 'invalid', field: 'parameters.1.name' });
  });

  test('parameters come back from URLSearchParams', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => !value.includes('{'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (pairs) => {
        const { url } = send({ parameters: pairs.map(([name, value]) => row(name, value)) });
        expect([...new URL(url).searchParams]).toEqual(pairs);
      }),
    );
  });
});

describe('headers', () => {
  const accept = row('Accept', 'application/json;charset=UTF-8');
  const jsonType = row('Content-Type', 'application/json;charset=UTF-8');

  test.each<[string, Draft, unknown[]]>([
    ['the default headers are sent', {}, [accept, jsonType]],
    ['switched off, none is sent', { useDefaultHeaders: false, postBody: { kind: 'json', text: '{}' } }, []],
    ['an own header replaces a default one, whatever its case', { headers: [row('ACCEPT', 'text/html')] }, [jsonType, row('ACCEPT', 'text/html')]],
    ['a header that is off replaces nothing', { headers: [row('Accept', 'text/html', { enabled: false })] }, [accept, jsonType]],
    ['several of one name are all sent', { useDefaultHeaders: false, headers: [row('X-A', '1'), row('X-A', '2')] }, [row('X-A', '1'), row('X-A', '2')]],
    ['variables are filled in', { useDefaultHeaders: false, headers: [row('Authorization', 'Bearer {$botContext.v}')] }, [row('Authorization', 'Bearer {$env.e}')]],
    ['a form has its own type', { postBody: { kind: 'form', rows: [] } }, [accept, row('Content-Type', 'application/x-www-form-urlencoded')]],
    ['a form has its type without default headers too', { useDefaultHeaders: false, postBody: { kind: 'form', rows: [] } }, [row('Content-Type', 'application/x-www-form-urlencoded')]],
    ['a raw body has the type given', { postBody: { kind: 'raw', text: 'x', contentType: 'text/csv' } }, [accept, row('Content-Type', 'text/csv')]],
    ['a multipart body tells its boundary', { postBody: { kind: 'multipart', rows: [] } }, [accept, row('Content-Type', `multipart/form-data; boundary=${BOUNDARY}`)]],
    [
      'an own multipart type gets the boundary really used',
      { headers: [row('content-type', 'multipart/mixed; boundary=other')], postBody: { kind: 'multipart', rows: [] } },
      [accept, row('content-type', `multipart/mixed; boundary=${BOUNDARY}`)],
    ],
  ])('%s', (_title, draft, headers) => {
    expect(send(draft, { v: '{$env.e}' }).headers).toEqual(headers);
  });

  test('the bot variable __standardHeaders__ suppresses the default headers', () => {
    expect(send({}, { __standardHeaders__: 'off' }).headers).toEqual([]);
  });

  test.each<[string, Draft, [part: string, words: string]]>([
    ['a variable cannot split the header', row('X-A', '{$botContext.crlf}'), ['value', 'line break']],
    ['a written line break cannot split the header', row('X-A', 'a\r\nX-B: 1'), ['value', 'line break']],
    ['a NUL is refused', row('X-A', 'a\0'), ['value', 'control character']],
    ['a character beyond Latin-1 is refused', row('X-A', 'Łukasz'), ['value', 'Ł']],
    ['a name with a blank is refused', row('X A', '1'), ['name', 'X A']],
    ['a variable cannot split the name', row('X-{$botContext.crlf}', '1'), ['name', 'line break']],
    ['a missing name is named', row('', '1'), ['name', 'no name']],
    ['a second body cannot be smuggled in by length', row('Content-Length', '0'), ['name', 'Content-Length']],
    ['a second body cannot be smuggled in by chunks', row('transfer-encoding', 'chunked'), ['name', 'transfer-encoding']],
  ])('%s', (_title, header, [part, words]) => {
    const result = build({ headers: [row('X-Fine', '1'), header] }, { crlf: 'a\r\nX-Admin: 1' });
    expect(result).toMatchObject({ kind: 'invalid', field: `headers.1.${part}`, reason: expect.stringContaining(words) });
  });

  test('a refused header that is off does no harm', () => {
    expect(build({ headers: [row('Connection', 'close', { enabled: false })] }).kind).toBe('built');
  });
});

describe('body', () => {
  test.each<[string, Draft, string | null]>([
    ['no body', { kind: 'none' }, null],
    ['JSON', { kind: 'json', text: '{"a":"{$botContext.v}"}' }, '{"a":"say \\"hi\\"\\r\\n&<{$env.e}"}'],
    ['empty JSON is no body', { kind: 'json', text: ' \n' }, null],
    ['form', { kind: 'form', rows: [row('a b', '{$botContext.v}'), row('off', '1', { enabled: false }), row('', '')] }, 'a+b=say+%22hi%22%0D%0A%26%3C%7B%24env.e%7D'],
    ['raw', { kind: 'raw', text: '{$botContext.v}', contentType: 'text/plain' }, 'say "hi"\r\n&<{$env.e}'],
    ['raw without a type', { kind: 'raw', text: 'x', contentType: '' }, 'x'],
    ['raw JSON', { kind: 'raw', text: '["{$botContext.v}"]', contentType: 'application/vnd.api+json' }, '["say \\"hi\\"\\r\\n&<{$env.e}"]'],
    ['raw XML', { kind: 'raw', text: '<a>{$botContext.v}</a>', contentType: 'text/xml; charset=utf-8' }, '<a>say &quot;hi&quot;\r\n&amp;&lt;{$env.e}</a>'],
    ['raw form', { kind: 'raw', text: 'a={$botContext.v}&b', contentType: 'application/x-www-form-urlencoded' }, 'a=say+%22hi%22%0D%0A%26%3C%7B%24env.e%7D&b'],
    [
      'multipart',
      { kind: 'multipart', rows: [row('n"\r\nX: 1', 'a\nb'), row('file', 'x\ny', { fileName: 'a"b\r\n.txt', contentType: 'text/plain' }), row('bin', '', { fileName: 'b' })] },
      [
        `--${BOUNDARY}`, 'Content-Disposition: form-data; name="n%22%0D%0AX: 1"', '', 'a', 'b',
        `--${BOUNDARY}`, 'Content-Disposition: form-data; name="file"; filename="a%22b%0D%0A.txt"', 'Content-Type: text/plain', '', 'x\ny',
        `--${BOUNDARY}`, 'Content-Disposition: form-data; name="bin"; filename="b"', 'Content-Type: application/octet-stream', '', '',
        `--${BOUNDARY}--`, '',
      ].join('\r\n'),
    ],
  ])('%s', (_title, postBody, body) => {
    expect(send({ method: 'POST', postBody }, { v: 'say "hi"\r\n&<{$env.e}' }).body).toBe(body);
  });

  test('a multipart body is read back by a standard parser', async () => {
    const rows = [row('n', '{$botContext.v}'), row('ü"', 'plain'), row('f', 'text', { fileName: 'ä.txt', contentType: 'text/csv' })];
    const { body, headers } = send({ method: 'POST', postBody: { kind: 'multipart', rows } }, { v: '--x\r\n\r\nContent-Disposition: form-data; name="evil"\r\n\r\n1' });
    const form = await new Response(new TextEncoder().encode(body ?? ''), { headers: headers.map(({ name, value }) => [name, value] as [string, string]) }).formData();
    expect([...form.keys()]).toHaveLength(3);
    expect(form.get('n')).toBe('--x\r\n\r\nContent-Disposition: form-data; name="evil"\r\n\r\n1');
    expect(form.get('f')).toMatchObject({ name: 'ä.txt', type: 'text/csv' });
  });

  test('a value cannot begin a part of its own by guessing the boundary', () => {
    const postBody = { kind: 'multipart', rows: [row('n', '{$botContext.v}')] };
    expect(build({ postBody }, { v: `x\r\n--${BOUNDARY}\r\n` })).toMatchObject({ kind: 'invalid', field: 'postBody.rows' });
  });

  test.each<[string, Draft, string]>([
    ['a part’s content type cannot split the part', { kind: 'multipart', rows: [row('a', '1', { contentType: 'text/plain\r\nX: 1' })] }, 'postBody.rows.0.contentType'],
    ['a raw body’s content type cannot split the header', { kind: 'raw', text: 'x', contentType: 'a/b\r\nX: 1' }, 'postBody.contentType'],
    ['a form row without a name is named', { kind: 'form', rows: [row('', '1')] }, 'postBody.rows.0.name'],
  ])('%s', (_title, postBody, field) => {
    expect(build({ postBody })).toMatchObject({ kind: 'invalid', field });
  });

  test('a body that is not JSON is sent as written, with a warning', () => {
    expect(build({ method: 'POST', postBody: { kind: 'json', text: '{a:1}' } })).toMatchObject({
      kind: 'built',
      request: { body: '{a:1}' },
      warnings: [{ field: 'postBody.text', reason: expect.stringContaining('not valid JSON') }],
    });
  });

  test('GET carries a body, HEAD does not and says so', () => {
    const postBody = { kind: 'raw', text: 'x', contentType: 'text/plain' };
    expect(send({ method: 'GET', postBody }).body).toBe('x');
    expect(build({ method: 'HEAD', postBody })).toMatchObject({ kind: 'built', request: { body: null }, warnings: [{ field: 'postBody' }] });
  });
});

test('every variable is reported once, with where its value came from', () => {
  const draft = { url: 'https://h/{$env.e}/{$botContext.test}', headers: [row('X', '{$botContext.b}{$botContext.none}{$env.e}')] };
  expect(build(draft, { test: 't', b: 'v' }, { e: 'env' }).used).toEqual([
    { reference: '$env.e', scope: 'environment', value: 'env', source: 'environment' },
    { reference: '$botContext.test', scope: 'bot', value: 't', source: 'test-value' },
    { reference: '$botContext.b', scope: 'bot', value: 'v', source: 'conversation' },
    { reference: '$botContext.none', scope: 'bot', value: '', source: 'unset' },
  ]);
});

test('an invalid request names all its problems and the variables it used', () => {
  const result = build({ url: 'https://h/{$botContext.b}', headers: [row('X Y', '1'), row('Te', '1')] }, { b: '..' });
  expect(result).toMatchObject({
    kind: 'invalid',
    field: 'url',
    problems: [{ field: 'url' }, { field: 'headers.0.name' }, { field: 'headers.1.name' }],
    used: [{ reference: '$botContext.b' }],
  });
});
