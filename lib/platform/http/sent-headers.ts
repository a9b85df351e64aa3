import type { RunHeader } from '@/lib/modules/integration-run/run-record.schema';
import { findHeader, type ExchangeRequest } from '@/lib/platform/http/exchange';

/** Headers that frame the message or the connection. The client writes them itself; a second opinion enables request smuggling. */
const FRAMING_NAMES: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * The headers as they go out, in order: the request's own without framing headers, then `User-Agent` and `Accept-Encoding`
 * where the request has none. `Host`, `Connection` and `Content-Length` are added on the wire.
 */
export function toSentHeaders(headers: readonly RunHeader[], userAgent: string): RunHeader[] {
  const sent = headers.filter(({ name }) => !FRAMING_NAMES.has(name.toLowerCase()));
  if (findHeader(sent, 'user-agent') === null) sent.push({ name: 'User-Agent', value: userAgent });
  if (findHeader(sent, 'accept-encoding') === null) sent.push({ name: 'Accept-Encoding', value: 'gzip, deflate, br' });
  return sent;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * What keeps a request from being sent, by field; null when nothing does.
 * Source: RFC 9110, sections 5.5 and 9.1 (no line breaks in values: header injection).
 */
export function findRequestProblem({ method, headers }: ExchangeRequest): { field: string; reason: string } | null {
  if (!TOKEN.test(method) || /^(connect|trace)$/i.test(method)) {
    return { field: 'method', reason: `“${method}” can’t be used as a method.` };
  }
  for (const { name, value } of headers) {
    if (!TOKEN.test(name)) {
      return { field: 'headers', reason: `“${name}” is not a header name: use letters, digits and hyphens.` };
    }
    if (/[\r\n\0]/.test(value)) return { field: 'headers', reason: `The header ${name} holds a line break. Take it out of the value.` };
    if (!FIELD_VALUE.test(value)) {
      return { field: 'headers', reason: `The header ${name} holds a character that headers can’t carry. Percent-encode it.` };
    }
  }
  if (headers.filter(({ name }) => name.toLowerCase() === 'host').length > 1) {
    return { field: 'headers', reason: 'There are several Host headers. Keep one.' };
  }
  return null;
}
