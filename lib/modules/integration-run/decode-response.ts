import { isUtf8 } from 'node:buffer';
import type { JsonValue } from '@/lib/engine/json';
import { decodeText } from '@/lib/modules/integration-run/decode-text';
import { locateJsonError } from '@/lib/modules/integration-run/locate-json-error.rules';
import { parseXmlDocument } from '@/lib/modules/integration-run/parse-xml-document';
import type { RunHeader } from '@/lib/modules/integration-run/run-record.schema';

/** A body as it was understood. */
export interface DecodedBody {
  kind: 'decoded';
  format: 'json' | 'xml' | 'text' | 'empty' | 'binary';
  /** Character set that the text was read in; null for empty and binary bodies. */
  charset: string | null;
  /** The whole body as text; empty for binary bodies. */
  bodyText: string;
  /**
   * The response document as JSON text. JSON: the body itself without surrounding blanks, never rewritten. XML: see
   * `parseXmlDocument`. Text: a JSON string. Empty and binary bodies have none.
   */
  documentText: string | null;
  /** `documentText` parsed; null when there is none. */
  document: JsonValue;
}

/** A body that is not what its content type promises. */
export interface InvalidBody {
  kind: 'invalid';
  /** What is wrong and where, as sentences. */
  reason: string;
  charset: string;
  bodyText: string;
}

type Format = 'json' | 'xml' | 'text' | 'binary' | 'unknown';

/**
 * Understands a response body by its content type. JSON is `application/json`, `text/json` and `…+json`; XML likewise.
 * A body of another or no known type is JSON or XML if it reads as such, else text, else binary; plain text that is
 * a JSON object or array counts as JSON, because many servers send JSON so. Statuses without a body and blank bodies are empty.
 */
export function decodeResponse(response: {
  status: number;
  headers: readonly RunHeader[];
  body: Uint8Array;
}): DecodedBody | InvalidBody {
  const { status, body } = response;
  if (body.length === 0 || status === 204 || status === 205 || status === 304) return toEmpty('', null);
  const contentType = response.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  const format = toFormat(contentType);
  if (format === 'binary' || (format === 'unknown' && looksBinary(body))) {
    return { kind: 'decoded', format: 'binary', charset: null, bodyText: '', documentText: null, document: null };
  }
  const { text, charset } = decodeText(body, findCharset(contentType, format, body));
  if (text.trim() === '' && format !== 'text') return toEmpty(text, charset);
  if (format === 'json') return fromJson(text, charset) ?? toInvalidJson(text, charset);
  if (format === 'xml') return fromXml(text, charset);
  const isPlain = /^text\/plain\b/i.test(contentType.trim());
  if (format === 'unknown' || (isPlain && /^\s*[[{]/.test(text))) {
    const json = fromJson(text, charset);
    if (json !== null) return json;
  }
  if (format === 'unknown' && /^\s*<\?xml\s/.test(text)) return fromXml(text, charset);
  return { kind: 'decoded', format: 'text', charset, bodyText: text, documentText: JSON.stringify(text), document: text };
}

const JSON_TYPE = /^(application|text)\/(x-)?json$|\+json$/;
const XML_TYPE = /^(application|text)\/xml$|\+xml$/;
const TEXT_TYPE =
  /^text\/|^application\/((x-)?javascript|ecmascript|x-www-form-urlencoded|(x-)?ndjson|(x-)?yaml|graphql|sql)$/;
const BINARY_TYPE = /^(image|audio|video|font)\/|^application\/(pdf|zip|gzip|x-tar|wasm|msword|vnd\.(ms-|openxml))/;

function toFormat(contentType: string): Format {
  const mediaType = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (JSON_TYPE.test(mediaType)) return 'json';
  if (XML_TYPE.test(mediaType)) return 'xml';
  if (TEXT_TYPE.test(mediaType)) return 'text';
  return BINARY_TYPE.test(mediaType) ? 'binary' : 'unknown';
}

/** The declared character set. XML may declare it in its first line; JSON without a declaration may be UTF-16 (RFC 4627, section 3). */
function findCharset(contentType: string, format: Format, body: Uint8Array): string | null {
  const declared = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(contentType);
  if (declared !== null) return declared[1] ?? declared[2] ?? null;
  if (body[0] === 0 && body[1] !== 0) return 'utf-16be';
  if (body[0] !== 0 && body[1] === 0) return 'utf-16le';
  if (format !== 'xml' && format !== 'unknown') return null;
  const prolog = Buffer.from(body.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(prolog)?.[1] ?? null;
}

function looksBinary(body: Uint8Array): boolean {
  const hasMark = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff);
  if (hasMark) return false;
  return body.includes(0) || (!isUtf8(body) && hasControlCharacters(body.subarray(0, 1_024)));
}

function hasControlCharacters(body: Uint8Array): boolean {
  return body.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b);
}

function fromJson(text: string, charset: string): DecodedBody | null {
  try {
    // `JSON.parse` gives JSON values and nothing else.
    const document = JSON.parse(text) as JsonValue;
    return { kind: 'decoded', format: 'json', charset, bodyText: text, documentText: text.trim(), document };
  } catch {
    return null;
  }
}

function toInvalidJson(text: string, charset: string): InvalidBody {
  const error = locateJsonError(text);
  const where = error === null ? '' : ` Line ${error.line}, column ${error.column}: ${error.problem}.`;
  return { kind: 'invalid', reason: `The response is declared as JSON, but is not.${where}`, charset, bodyText: text };
}

function fromXml(text: string, charset: string): DecodedBody | InvalidBody {
  const parsed = parseXmlDocument(text.trim());
  if (parsed.kind === 'invalid') {
    const reason = `The response is declared as XML, but can’t be read. ${parsed.reason}`;
    return { kind: 'invalid', reason, charset, bodyText: text };
  }
  const { document } = parsed;
  return { kind: 'decoded', format: 'xml', charset, bodyText: text, documentText: JSON.stringify(document), document };
}

function toEmpty(bodyText: string, charset: string | null): DecodedBody {
  return { kind: 'decoded', format: 'empty', charset, bodyText, documentText: null, document: null };
}
