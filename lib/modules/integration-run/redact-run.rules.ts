import type { RunHeader, RunRecord } from './run-record.schema';

/** What stands in a trace for a secret. */
export const MASK = '•••';

/** Headers whose values are never shown, whoever set them. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key', 'api-key', 'x-auth-token']);

/** Shorter secrets would mask ordinary text. */
const SECRET_LENGTH_MIN = 4;

/**
 * A run without its secrets, for showing and storing: header values known to be secret are masked by name, and the given secrets
 * wherever they occur, in whatever the server sent back too.
 * @param secrets in every form in which they may show, longest first
 */
export function redactRun(run: RunRecord, secrets: readonly string[]): RunRecord {
  const pattern = toPattern(secrets);
  const byName: RunRecord = {
    ...run,
    request: run.request && { ...run.request, headers: maskHeaders(run.request.headers) },
    response: run.response && { ...run.response, headers: maskHeaders(run.response.headers) },
  };
  return pattern === null ? byName : maskStrings(byName, pattern);
}

function toPattern(secrets: readonly string[]): RegExp | null {
  const wanted = [...new Set(secrets)].filter((secret) => secret.length >= SECRET_LENGTH_MIN).sort((a, b) => b.length - a.length);
  return wanted.length === 0 ? null : new RegExp(wanted.map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}

function maskHeaders(headers: RunHeader[]): RunHeader[] {
  return headers.map((header) => (SECRET_HEADERS.has(header.name.toLowerCase()) ? { name: header.name, value: maskValue(header.value) } : header));
}

/** Keeps the scheme word, which is not secret and helps to see what was sent. */
function maskValue(value: string): string {
  const scheme = /^(Basic|Bearer|Digest|Token) /i.exec(value)?.[0] ?? '';
  return `${scheme}${MASK}`;
}

/** The same value with every string masked; object keys too, because a server may echo a secret anywhere. */
function maskStrings<T>(value: T, pattern: RegExp): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(pattern, MASK);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key.replace(pattern, MASK), walk(inner)]));
  };
  // Strings become strings, so the shape stays.
  return walk(value) as T;
}
