import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleBank, type RunningBank } from '@/samples/ag-bank/start-sample-bank';
import { sortPairs, toComparableRequest } from './curl-request.fixture';
import { exportCurl } from './export-curl.rules';
import { importCurl } from './import-curl.rules';

/** The real cURL and a real shell judge what we read and write; where they aren't installed, the tables still do. */
const hasCurl = ['curl', 'bash'].every((program) => {
  try {
    return execFileSync(program, ['--version']).length > 0;
  } catch {
    return false;
  }
});

let bank: RunningBank;
beforeAll(async () => void (bank = await startSampleBank()));
afterAll(() => bank.close());

const run = async (command: string) => {
  const { stdout } = await promisify(execFile)('bash', ['-c', command], { encoding: 'utf8' });
  return JSON.parse(stdout);
};

describe.skipIf(!hasCurl)('cURL itself', () => {
  it.each([
    `-d 'a=1' --data-urlencode 'b=ü & é+' -d c=x%20y`,
    `-G -d a=1 --data-urlencode 'b=ü & é' --data-urlencode 'c=d=e'`,
    `-G -d a=1 -d 'flag'`,
    `--data-urlencode 'just & text' --data-urlencode '=more text'`,
    `--json '{"a":"it'\\''s"}' --json '[1]'`,
    `-X PUT -H 'Content-Type: text/plain' -d $'\\u00fc\\x41\\t\\'q\\''`,
    String.raw`-H "Content-Type: text/plain" -H "X-A: \"b\" \\ \n" --data-raw "@a\
b"`,
    `-H 'X-A;' -H 'X-B:  spaced  ' -H X-C:\\ d -sS --compressed`,
    `-u 'freddy:p:ä"ss'`,
    `-u a:b -H 'Authorization: Bearer abc'`,
    `--oauth2-bearer abc`,
    `-b 'a=b; c=d' -A 'me' -e 'https://r.example/'`,
    `-XDELETE -b a=b -H 'Cookie: c=d'`,
    `-X PATCH --data-binary $'a\\r\\nb' -H 'content-type: application/merge-patch+json'`,
    `-d '' -H 'X-A: 1'`,
    `--url-query 'a=b c' --url-query '+d=%20'`,
  ])('sends what we understood: %s', async (options) => {
    const command = `curl -s '${bank.url}/echo?z=0&y=%C3%BC' ${options}`;
    const result = importCurl(command);
    if (result.kind !== 'imported') throw new Error(result.reason);
    expect(await run(command).then(toComparableEcho)).toEqual(withoutOurs(toComparableRequest(result.definition, result.credential)));
  });

  it.each([
    ['a form', { method: 'POST', headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: "a=1&b='%22" }],
    ['JSON with every sort of quote', { method: 'PUT', headers: [['Content-Type', 'application/json']], body: '{"a":"\'`$HOME\\\\n!*"}' }],
    ['several lines', { method: 'PATCH', headers: [['Content-Type', 'text/plain']], body: 'a\n\n  b\\\n@c' }],
    ['a body without a label', { method: 'POST', headers: [], body: '@x' }],
    ['headers', { method: 'GET', headers: [['X-A', ''], ['X-B', '"q" \'s\' ; c'], ['Accept', 'a/b'], ['User-Agent', 'me']], body: null }],
    ['DELETE with a body', { method: 'DELETE', headers: [['Content-Type', 'text/plain']], body: '{}' }],
  ])('sends what we exported: %s', async (_, { method, headers, body }) => {
    const sent = {
      method,
      url: `${bank.url}/echo?a=[1]&b={2,3}&c=%27`,
      headers: headers.map(([name = '', value = '']) => ({ name, value })),
      body,
      followRedirects: true,
      timeoutMs: 5_000,
    };
    const echo = await run(exportCurl(sent).replace('curl', 'curl --silent'));
    expect(echo).toMatchObject({ method, body: body ?? '', queryText: 'a=[1]&b={2,3}&c=%27' });
    const received = Object.keys(echo.headers).filter((name) => !/^(host|content-length|user-agent)$/.test(name));
    expect(received.sort()).toEqual(headers.map(([name = '']) => name.toLowerCase()).filter((name) => name !== 'user-agent').sort());
    for (const [name = '', value] of headers) expect(echo.headers[name.toLowerCase()]).toBe(value);
  });

  it('sends the parts we exported', async () => {
    const formParts = [
      { name: 'a', value: '@not-a-file;type=x', fileName: '', contentType: '' },
      { name: 'b', value: '<b>"q"\\;', fileName: '', contentType: 'text/html' },
      { name: 'c', value: 'line 1\nline 2', fileName: 'my file;1.txt', contentType: 'text/plain' },
    ];
    const command = exportCurl({ method: 'POST', url: `${bank.url}/forms/upload`, headers: [], body: null, formParts, followRedirects: false });
    expect((await run(command.replace('curl', 'curl --silent'))).parts).toEqual([
      { name: 'a', value: '@not-a-file;type=x' },
      { name: 'b', value: '<b>"q"\\;' },
      { name: 'c', fileName: 'my file;1.txt', contentType: 'text/plain', size: 13, text: 'line 1\nline 2' },
    ]);
  });
});

/** Headers that cURL or our default headers add; the rest must agree. */
const ADDED = /^(accept|accept-encoding|content-length|host|user-agent)$/;

function toComparableEcho(echo: { method: string; path: string; query: { name: string; value: string }[]; headers: Record<string, string>; body: string }) {
  const isForm = echo.headers['content-type'] === 'application/x-www-form-urlencoded' && /=/.test(echo.body) && !/(^|&)[^=]*(&|$)/.test(echo.body);
  return withoutOurs({
    method: echo.method,
    address: bank.url + echo.path,
    query: echo.query.map(({ name, value }) => [name, value]),
    headers: sortPairs(Object.entries(echo.headers)),
    body: isForm ? [...new URLSearchParams(echo.body)] : echo.body || null,
    followRedirects: false,
  });
}

function withoutOurs<T extends { headers: string[][]; body: unknown; query: string[][] }>(request: T): T {
  // A label without a body says nothing.
  const isAdded = ([name = '']: string[]) => ADDED.test(name) || (name === 'content-type' && request.body === null);
  return { ...request, headers: request.headers.filter((pair) => !isAdded(pair)) };
}
