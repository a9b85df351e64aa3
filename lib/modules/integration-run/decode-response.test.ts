import { describe, expect, it } from 'vitest';
import { decodeResponse } from '@/lib/modules/integration-run/decode-response';

function decode(contentType: string | null, body: string | Uint8Array, status = 200) {
  const headers = contentType === null ? [] : [{ name: 'content-TYPE', value: contentType }];
  return decodeResponse({ status, headers, body: typeof body === 'string' ? Buffer.from(body) : body });
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
const withMark = (mark: number[], body: Uint8Array) => Buffer.concat([Buffer.from(mark), body]);

describe('the format of a response', () => {
  it.each<[string | null, string, string, string | null]>([
    ['application/json', '{"a":1}', 'json', '{"a":1}'],
    ['application/json;charset=UTF-8', ' [1.0, 1e2]\n', 'json', '[1.0, 1e2]'],
    ['application/problem+json', 'null', 'json', 'null'],
    ['text/json', '"x"', 'json', '"x"'],
    ['APPLICATION/JSON', '12', 'json', '12'],
    ['application/xml', '<a x="1"/>', 'xml', '{"a":{"@x":"1"}}'],
    ['text/xml; charset=utf-8', '\n<?xml version="1.0"?><a>1</a>', 'xml', '{"a":"1"}'],
    ['application/soap+xml', '<a/>', 'xml', '{"a":""}'],
    ['text/plain', 'say "hi"', 'text', '"say \\"hi\\""'],
    ['text/html', '<p>x</p>', 'text', '"<p>x</p>"'],
    ['text/html', '{"a":1}', 'text', '"{\\"a\\":1}"'],
    ['text/plain', '{"a":1}', 'json', '{"a":1}'],
    ['text/plain', '{a:1}', 'text', '"{a:1}"'],
    ['text/plain', '12', 'text', '"12"'],
    ['text/csv', 'a;b\n1;2', 'text', '"a;b\\n1;2"'],
    [null, '{"a":1}', 'json', '{"a":1}'],
    ['application/octet-stream', '[1]', 'json', '[1]'],
    ['nonsense', '<?xml version="1.0"?><a/>', 'xml', '{"a":""}'],
    [null, '<p>x', 'text', '"<p>x"'],
    [null, 'plain', 'text', '"plain"'],
    ['text/plain', '  ', 'text', '"  "'],
    ['image/png', '\u0089PNG', 'binary', null],
    ['application/pdf', '%PDF', 'binary', null],
    ['application/octet-stream', 'a\u0000b', 'binary', null],
  ])('%s with %j is %s', (contentType, body, ...[format, documentText]) => {
    const decoded = decode(contentType, body);
    expect(decoded).toMatchObject({ kind: 'decoded', format, documentText });
    expect(decoded.kind === 'decoded' && documentText !== null && JSON.stringify(decoded.document)).toEqual(
      documentText !== null && JSON.stringify(JSON.parse(documentText)),
    );
  });

  it('JSON is never rewritten: numbers keep their digits, objects their order and their double names', () => {
    const text = '{"b": 1.0, "a": 12345678901234567890, "b": 2}';
    expect(decode('application/json', text)).toMatchObject({ documentText: text, bodyText: text });
  });

  it.each<[string, string | null, string, number]>([
    ['no body', 'application/json', '', 200],
    ['blank JSON', 'application/json', ' \n', 200],
    ['204', 'application/json', 'ignored', 204],
    ['205', null, 'ignored', 205],
    ['304', 'text/html', 'ignored', 304],
    ['no type and no body', null, '', 200],
  ])('%s is empty', (_name, ...[contentType, body, status]) => {
    expect(decode(contentType, body, status)).toMatchObject({ kind: 'decoded', format: 'empty', documentText: null, document: null });
  });

  it.each([
    ['application/json', '<html>Bad gateway</html>', 'Line 1, column 1: “<” is not JSON.'],
    ['application/json', '{\n  "a": 1,\n}', 'Line 3, column 1: expected a name in double quotes, but found “}”.'],
    ['application/xml', '<a>\n<b></a>', 'Line 2, column 4'],
    ['application/xml', '{"a":1}', 'Line 1, column 1'],
  ])('%s that is %j is invalid, with its place and its text', (contentType, bodyText, reason) => {
    expect(decode(contentType, bodyText)).toMatchObject({ kind: 'invalid', bodyText, reason: expect.stringContaining(reason) });
  });

  it('bytes that are no text and have no type are binary', () => {
    expect(decode(null, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toMatchObject({ format: 'binary', bodyText: '' });
  });
});

describe('the character set of a response', () => {
  it.each([
    ['UTF-8 unless told', 'application/json', Buffer.from('"grüße 漢"'), 'grüße 漢', 'utf-8'],
    ['as declared', 'application/json; charset=ISO-8859-1', latin1('"grüße"'), 'grüße', 'windows-1252'],
    ['as declared in quotes', 'text/plain; charset="iso-8859-15"', Buffer.from([0xa4]), '€', 'iso-8859-15'],
    ['as declared, Japanese', 'text/plain;charset=Shift_JIS', Buffer.from([0x93, 0xfa]), '日', 'shift_jis'],
    ['a mark before the declaration', 'text/plain; charset=latin1', withMark([0xef, 0xbb, 0xbf], Buffer.from('ü')), 'ü', 'utf-8'],
    ['UTF-16 by its mark', 'application/json', withMark([0xff, 0xfe], utf16le('"ü"')), 'ü', 'utf-16le'],
    ['UTF-16 big endian by its mark', 'text/plain', withMark([0xfe, 0xff], utf16be('ü')), 'ü', 'utf-16be'],
    ['UTF-16 JSON without a mark', 'application/json', utf16le('"ü"'), 'ü', 'utf-16le'],
    ['UTF-16 big endian JSON without a mark', 'application/json', utf16be('"ü"'), 'ü', 'utf-16be'],
    ['not UTF-8 and undeclared', 'text/plain', latin1('grüße'), 'grüße', 'windows-1252'],
    ['unknown name', 'text/plain; charset=utf8mb4', Buffer.from('ü'), 'ü', 'utf-8'],
  ])('%s', (_name, ...[contentType, body, document, charset]) => {
    expect(decode(contentType, body)).toMatchObject({ kind: 'decoded', document, charset });
  });

  it('is that of the XML declaration when the content type names none', () => {
    const body = latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>grüße</a>');
    expect(decode('application/xml', body)).toMatchObject({ document: { a: 'grüße' }, charset: 'windows-1252' });
  });

  it('a byte order mark is not part of the text', () => {
    const body = withMark([0xef, 0xbb, 0xbf], Buffer.from('{"a":1}'));
    expect(decode('application/json', body)).toMatchObject({ format: 'json', documentText: '{"a":1}', bodyText: '{"a":1}' });
  });
});
