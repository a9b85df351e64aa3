import { describe, expect, it } from 'vitest';
import { importCurl } from './import-curl.rules';
import { toRow } from './curl-pairs.rules';

const read = (text: string) => {
  const result = importCurl(text);
  if (result.kind !== 'imported') throw new Error(result.reason);
  return result;
};
const pairs = (rows: { name: string; value: string }[]) => rows.map(({ name, value }) => [name, value]);
const U = 'https://api.example.com/x';

describe('a shell’s quoting', () => {
  it.each([
    ['single quotes keep everything', `-H 'A: "b" \\n $c'`, '"b" \\n $c'],
    ['double quotes undo a few escapes', String.raw`-H "A: \"b\" \\ \n"`, String.raw`"b" \ \n`],
    ['a quote within single quotes', `-H 'A: it'\\''s'`, "it's"],
    ['ANSI-C letters', String.raw`-H $'A: it\'s \u00fc \u0021 \x41\102'`, "it's ü ! AB"],
    ['ANSI-C bytes as UTF-8', String.raw`-H $'A: \xc3\xa9\ud83d\ude00\U0001F600'`, 'é😀😀'],
    ['ANSI-C escapes that are none', String.raw`-H $'A: \x \8 \u \"\?'`, String.raw`\x \8 \u "?`],
    ['a backslash outside quotes', String.raw`-H A:\ b\ c`, 'b c'],
    ['quotes in the middle of a word', `-H A:' b'" c"d`, 'b cd'],
    ['a glued value', `-H'A: b'`, 'b'],
    ['a long option with =', `--header='A: b'`, 'b'],
    ['an own variable in double quotes', `-H "A: {$botContext.a}"`, '{$botContext.a}'],
  ])('%s', (_, options, value) => {
    expect(pairs(read(`curl ${U} ${options}`).definition.headers)).toEqual([['A', value]]);
  });

  it.each([
    ['lines joined by backslashes', `curl \\\n  -X PUT \\\r\n  ${U}`],
    ['blanks after the backslash', `curl -X PUT \\  \n  ${U}`],
    ['lines whose backslashes were lost', `curl ${U}\n  -X PUT\n  -H 'A: b'`],
    ['a prompt', `$ curl -X PUT ${U}`],
    ['a prompt on every line', `$ curl -X PUT \\\n>  ${U}`],
    ['comments', `# replaces it\ncurl -X PUT ${U} # now`],
    ['commands before it', `cd /tmp; export A=1 && A=2 sudo curl -X PUT ${U}`],
    ['a pipe and redirections', `curl -X PUT ${U} 2>/dev/null > out.json | jq .items`],
    ['a full path', `/usr/bin/curl -X PUT ${U}`],
    ['blanks that don’t break', `curl\u00a0-X\u00a0PUT ${U}`],
    ['an .exe', `curl.exe -X PUT ${U}`],
  ])('reads %s', (_, text) => {
    expect(read(text).definition).toMatchObject({ method: 'PUT', url: U });
  });

  it('takes the first of several cURL commands', () => {
    expect(read(`curl ${U}/1 ; curl ${U}/2`).definition.url).toBe(`${U}/1`);
  });

  it('takes an unquoted & in an address as meant', () => {
    expect(pairs(read(`curl https://a.example/?b=1&c=2 -s`).definition.parameters)).toEqual([['b', '1'], ['c', '2']]);
    expect(read(`curl https://a.example/?b=1 &`).definition.url).toBe('https://a.example/');
  });

  it('says which shell variables it can’t know, and leaves single-quoted ones alone', () => {
    const { notes, definition } = read(`curl ${U} -H "A: $TOKEN" -H "B: \${X}" -H "C: $(cat f)" -H 'D: $Y'`);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/“\$TOKEN”, “\$\{X\}”, “\$\(cat f\)”/);
    expect(definition.headers[2]?.value).toBe('$(cat f)');
  });
});

describe('Windows’ quoting', () => {
  it('reads what Chromium copies for cmd', () => {
    const text = [
      'curl ^"https://api.example.com/x?a=1^&b=2^%^20c^" ^',
      '  -X ^"POST^" ^',
      '  -H ^"content-type: application/json^" ^',
      '  --data-raw ^"^{^\\^"text^\\^":^\\^"a\\\\nb ^<c^>^\\^"^}^"',
    ].join('\r\n');
    const { definition } = read(text);
    expect(definition).toMatchObject({ method: 'POST', url: U, postBody: { kind: 'json', text: '{"text":"a\\nb <c>"}' } });
    expect(pairs(definition.parameters)).toEqual([['a', '1'], ['b', '2 c']]);
  });

  it('reads plain quotation marks and carets at line ends', () => {
    const text = 'curl "https://api.example.com/x?a=1&b=2" ^\r\n  -H "X-Quote: \\"a\\" and ""b""" ^\r\n  -d "{\\"a\\":1}" | more';
    const { definition } = read(text);
    expect(pairs(definition.headers)).toEqual([['X-Quote', '"a" and "b"']]);
    expect(definition.postBody).toEqual({ kind: 'json', text: '{"a":1}' });
  });

  it('keeps line breaks of a body', () => {
    expect(read('curl ^"https://a.example/^" ^\n --data-raw ^"one^\n\ntwo^" -H ^"content-type: text/plain^"').definition.postBody).toEqual({
      kind: 'raw',
      text: 'one\ntwo',
      contentType: 'text/plain',
    });
  });
});

describe('what is not cURL', () => {
  it.each([
    ['', /no cURL command/],
    ['https://api.example.com', /no cURL command/],
    ['wget https://a.example', /no cURL command/],
    ['curling is a sport', /no cURL command/],
    ['curl', /no address/],
    ['curl -X POST', /no address/],
    [`curl '${U}`, /never closed/],
    [`curl "${U}`, /never closed/],
    [`curl $'${U}`, /never closed/],
    ['curl ftp://a.example/file', /not a web address/],
    ['curl file:///etc/passwd', /not a web address/],
    ['curl javascript:alert', /not a web address/],
  ])('%j is refused with a reason', (text, reason) => {
    expect(importCurl(text)).toEqual({ kind: 'not-curl', reason: expect.stringMatching(reason) });
  });
});

describe('the method', () => {
  it.each([
    ['', 'GET'],
    ['-d a=1', 'POST'],
    ['-F a=1', 'POST'],
    ['--json {}', 'POST'],
    ['-G -d a=1', 'GET'],
    ['-I', 'HEAD'],
    ['-T file', 'PUT'],
    ['-XDELETE', 'DELETE'],
    ['-sSX patch', 'PATCH'],
    ['--request OPTIONS', 'OPTIONS'],
    ['-X GET -d a=1', 'GET'],
    ['-X PURGE', 'GET'],
  ])('of “%s” is %s', (options, method) => {
    expect(read(`curl ${options} ${U}`).definition.method).toBe(method);
  });
});

describe('the address', () => {
  it.each([
    ['?a=1&a=2', '', [['a', '1'], ['a', '2']]],
    ['?q=a+b%20c&u=%C3%BC', '', [['q', 'a b c'], ['u', 'ü']]],
    ['?a=', '', [['a', '']]],
    ['?u=https://b.example/?c=d', '', [['u', 'https://b.example/?c=d']]],
    ['?id={$botContext.id}', '', [['id', '{$botContext.id}']]],
    ['?a=1#part', '', [['a', '1']]],
    ['?', '', []],
    ['?flag', '?flag', []],
    ['?a=1&', '?a=1&', []],
    ['?a=%E4', '?a=%E4', []],
    ['?a=100%', '?a=100%', []],
    ['?a=%7B$env.key%7D', '?a=%7B$env.key%7D', []],
    ['?{$botContext.query}', '?{$botContext.query}', []],
    ['/{1..3}/[a-z]', '/{1..3}/[a-z]', []],
  ])('%s: the query becomes rows only where nothing is lost', (query, kept, rows) => {
    const { definition } = read(`curl '${U}${query}'`);
    expect([definition.url, pairs(definition.parameters)]).toEqual([U + kept, rows]);
  });

  it('may begin with a variable', () => {
    const { definition } = read(`curl "{$env.bankUrl}/accounts/{$botContext.id}?x={X.f}"`);
    expect(definition.url).toBe('{$env.bankUrl}/accounts/{$botContext.id}');
    expect(pairs(definition.parameters)).toEqual([['x', '{X.f}']]);
  });

  it('gets http:// where it has no scheme, as cURL does it, and says so', () => {
    const { definition, notes } = read('curl localhost:8080/x');
    expect([definition.url, notes.length]).toEqual(['http://localhost:8080/x', 1]);
  });

  it.each([
    ['-G -d a=1 -d b=2', [['z', '0'], ['a', '1'], ['b', '2']]],
    [`-G --data-urlencode 'a=b c&d' --data-urlencode 'e={$env.f}'`, [['z', '0'], ['a', 'b c&d'], ['e', '{$env.f}']]],
    [`--url-query 'a=b c' --url-query '+d=%20'`, [['z', '0'], ['a', 'b c'], ['d', ' ']]],
  ])('takes %s into its parameters', (options, rows) => {
    const { definition } = read(`curl ${options} '${U}?z=0'`);
    expect([definition.method, definition.postBody, pairs(definition.parameters)]).toEqual(['GET', { kind: 'none' }, rows]);
  });

  it('keeps -G data in the address where it is no pair', () => {
    expect(read(`curl -G --data-urlencode 'a b' ${U}`).definition.url).toBe(`${U}?a+b`);
  });
});

describe('the body', () => {
  const form = (...rows: [string, string][]) => ({ kind: 'form', rows: rows.map(([name, value]) => toRow(name, value)) });
  const raw = (text: string, contentType: string) => ({ kind: 'raw', text, contentType });

  it.each([
    [`-d a=1 -d 'b=x y' --data-raw c=@d`, form(['a', '1'], ['b', 'x y'], ['c', '@d'])],
    [`--data-urlencode 'a=b&c' --data-urlencode =d --data-urlencode 'e f'`, raw('a=b%26c&d&e+f', 'application/x-www-form-urlencoded')],
    [`-d 'name={$botContext.name}'`, form(['name', '{$botContext.name}'])],
    [`-d 'just text'`, raw('just text', 'application/x-www-form-urlencoded')],
    [`-d 'just text' -H 'Content-Type: text/plain'`, raw('just text', 'text/plain')],
    [`-d '<a/>' -H 'content-type: application/xml; charset=utf-8'`, raw('<a/>', 'application/xml; charset=utf-8')],
    [`-d '{"a":1}'`, { kind: 'json', text: '{"a":1}' }],
    [`-d '{"a":{$botContext.n},"b":"{X.y}"}'`, { kind: 'json', text: '{"a":{$botContext.n},"b":"{X.y}"}' }],
    [`-d '{"a":1' -H 'Content-Type: application/vnd.api+json'`, { kind: 'json', text: '{"a":1' }],
    [`--json '{"a":1}' --json '{"b":2}'`, { kind: 'json', text: '{"a":1}{"b":2}' }],
    [`-d ''`, { kind: 'none' }],
    [`-d 12`, raw('12', 'application/x-www-form-urlencoded')],
    [`-d x -H 'Content-Type:'`, raw('x', '')],
    [`-d a=1 -H 'Content-Type: application/x-www-form-urlencoded'`, form(['a', '1'])],
  ])('%s', (options, postBody) => {
    expect(read(`curl ${options} ${U}`).definition.postBody).toEqual(postBody);
  });

  it.each([
    ['-d @body.json', /body\.json/],
    ['--data-binary @-', /from its input/],
    ['--data-urlencode a@text.txt', /text\.txt/],
    ['-T report.csv', /report\.csv/],
    ['-F f=@a.png', /a\.png/],
    ['-b cookies.txt', /cookies\.txt/],
    ['-H @headers.txt', /headers\.txt/],
  ])('%s says that the file has to be pasted', (options, note) => {
    expect(read(`curl ${options} ${U}`).notes).toEqual([expect.stringMatching(note)]);
  });

  it.each([
    ['a=b;type=text/plain;charset=utf-8', { value: 'b', contentType: 'text/plain; charset=utf-8' }],
    ['a="b;c\\"d\\\\";filename="x;y.txt"', { value: 'b;c"d\\', fileName: 'x;y.txt' }],
    ['a=@/tmp/photo.png;type=image/png', { value: '', fileName: 'photo.png', contentType: 'image/png' }],
    ['a=@photo.png;filename=me.png', { fileName: 'me.png' }],
    ['a=<text.txt', { value: '', fileName: '' }],
    ['a=b=c', { value: 'b=c' }],
  ])('reads the form part %s', (part, expected) => {
    const { definition } = read(`curl -F '${part}' ${U} -H 'Content-Type: multipart/form-data'`);
    expect(definition).toMatchObject({ postBody: { kind: 'multipart', rows: [{ name: 'a', ...expected }] }, headers: [] });
  });

  it('takes --form-string as it stands', () => {
    expect(read(`curl --form-string 'a=@b;type=c' ${U}`).definition.postBody).toMatchObject({ rows: [{ name: 'a', value: '@b;type=c' }] });
  });
});

describe('headers', () => {
  it.each([
    ['', true, []],
    [`-H 'X-A: 1'`, true, [['X-A', '1']]],
    [`-H 'X-A;' -H 'X-B:'`, true, [['X-A', '']]],
    [`-d '{"a":1}'`, true, []],
    [`-d a=1`, false, []],
    [`-H 'accept: text/csv'`, false, [['accept', 'text/csv']]],
    [`-H 'Accept:'`, false, []],
    [`-d '{"a":1}' -H 'Accept: text/csv'`, false, [['Accept', 'text/csv'], ['Content-Type', 'application/json']]],
    [`-d '{"a":1}' -H 'Content-Type: application/json'`, false, [['Content-Type', 'application/json']]],
    [`--json '{}'`, false, [['Content-Type', 'application/json'], ['Accept', 'application/json']]],
    [`-A me -e https://r.example/ -b 'a=b' -b 'c=d'`, true, [['User-Agent', 'me'], ['Referer', 'https://r.example/'], ['Cookie', 'a=b; c=d']]],
    [`-b a=b -H 'Cookie: c=d'`, true, [['Cookie', 'c=d']]],
    [`-H 'Content-Length: 3' -H 'Connection: close' -H 'Accept-Encoding: zstd' -H 'Host: api.example.com' -H ':authority: x'`, true, []],
    [`-H 'Host: other.example'`, true, [['Host', 'other.example']]],
    [`-r 0-99`, true, [['Range', 'bytes=0-99']]],
  ])('%s', (options, useDefaultHeaders, headers) => {
    const { definition } = read(`curl ${options} ${U}`);
    expect([definition.useDefaultHeaders, pairs(definition.headers)]).toEqual([useDefaultHeaders, headers]);
  });
});

describe('signing in', () => {
  it.each([
    ['-u freddy:bank:pass', { kind: 'basic', userName: 'freddy', password: 'bank:pass' }],
    [`-H 'authorization: Basic ${btoa('freddy:bank-pass')}'`, { kind: 'basic', userName: 'freddy', password: 'bank-pass' }],
    [`-H 'Authorization: Bearer abc.def'`, { kind: 'access-token', tokenType: 'Bearer', token: 'abc.def' }],
    [`-H 'Authorization: token abc'`, { kind: 'access-token', tokenType: 'token', token: 'abc' }],
    ['--oauth2-bearer abc', { kind: 'access-token', tokenType: 'Bearer', token: 'abc' }],
  ])('%s becomes a credential and leaves no header', (options, credential) => {
    const result = read(`curl ${options} ${U}`);
    expect(result.credential).toEqual(credential);
    expect(result.definition.headers).toEqual([]);
  });

  it('takes the user out of the address', () => {
    const { credential, definition } = read('curl https://fre%64dy:p%40ss@api.example.com/x');
    expect([credential, definition.url]).toEqual([{ kind: 'basic', userName: 'freddy', password: 'p@ss' }, U]);
  });

  it.each([
    [`-H 'Authorization: Bearer {$botContext.cidp_accessToken}'`, 'Bearer {$botContext.cidp_accessToken}'],
    [`-H "Authorization: Bearer $TOKEN"`, 'Bearer $TOKEN'],
    [`-H 'Authorization: AWS4-HMAC-SHA256 Credential=x'`, 'AWS4-HMAC-SHA256 Credential=x'],
    [`-H 'Authorization: Basic not-base64'`, 'Basic not-base64'],
    ['-u :key', `Basic ${btoa(':key')}`],
  ])('%s stays a header', (options, value) => {
    const result = read(`curl ${options} ${U}`);
    expect([result.credential, pairs(result.definition.headers)]).toEqual([null, [['Authorization', value]]]);
  });

  it.each(['--digest -u a:b', '--ntlm -u a:b', '--aws-sigv4 aws:amz -u a:b'])('%s is noted, not imitated', (options) => {
    expect(read(`curl ${options} ${U}`)).toMatchObject({ credential: null, notes: [expect.stringContaining('not possible')] });
  });

  it('notes a password that cURL would ask for', () => {
    expect(read(`curl -u freddy ${U}`)).toMatchObject({ credential: { userName: 'freddy', password: '' }, notes: [expect.stringMatching(/password/)] });
  });
});

describe('the rest', () => {
  it.each([
    ['-L', { followRedirects: true }],
    ['', { followRedirects: false }],
    ['-L --max-redirs 0', { followRedirects: false }],
    ['-m 7.5', { timeoutMs: 7_500 }],
    ['-m 0.2', { timeoutMs: 1_000 }],
    ['--max-time 600', { timeoutMs: 120_000 }],
    ['--retry 2', { retry: { retryCountMax: 2, scope: 'idempotent' } }],
    ['--retry 99', { retry: { retryCountMax: 5, scope: 'idempotent' } }],
  ])('%s', (options, expected) => {
    expect(read(`curl ${options} ${U}`).definition).toMatchObject(expected);
  });

  it('leaves time and retries to the form where the command is silent or senseless', () => {
    expect(Object.keys(read(`curl -m 0 --retry x ${U}`).definition)).not.toEqual(expect.arrayContaining(['timeoutMs']));
    expect(read(`curl ${U}`).definition.retry).toBeUndefined();
  });

  it.each([
    ['-sSL -o out.json -v -i --compressed --fail -w %{http_code} --http2 -g', []],
    ['-k', [/always checked/]],
    ['-x proxy:8080', [/--proxy/]],
    ['--connect-timeout 5', [/--connect-timeout/]],
    ['--cacert ca.pem --cert a --key b', [/--cacert/, /--cert/, /--key/]],
    ['--frobnicate', [/--frobnicate/]],
    ['-m 600', [/1 to 120/]],
    ['https://b.example/', [/Only the first address/]],
    ['--next https://b.example/', [/first request/]],
    ['-L --max-redirs 20', [/5 redirects/]],
  ])('%s is noted in words where it matters, else ignored', (options, notes) => {
    expect(read(`curl ${U} ${options}`).notes).toEqual(notes.map((note) => expect.stringMatching(note)));
  });
});
