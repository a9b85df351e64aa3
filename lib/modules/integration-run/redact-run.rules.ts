import type { JsonValue } from '@/lib/engine/json';
import { toSecretPattern } from '@/lib/modules/credential/secret-pattern.rules';
import type { RunHeader, RunOutcome, RunRecord } from './run-record.schema';

/** What stands in a trace for a secret. */
export const MASK = '•••';

/** Headers whose values are never shown, whoever set them. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key', 'api-key', 'x-auth-token']);

/**
 * A run without its secrets, for showing and storing: header values known to be secret are masked by name, and the given secrets
 * wherever text of a server, a script or a variable stands, however it was encoded there. Our own words (ids, kinds, keys of
 * fields) stay, so that a secret which happens to be one of them does not spoil the record.
 */
export function redactRun(run: RunRecord, secrets: readonly string[]): RunRecord {
  const masked = withHeadersMasked(run, maskByName);
  const pattern = toSecretPattern(secrets);
  // Most runs have no secrets of their own; nothing of them is copied then.
  return pattern === null ? masked : withTextsMasked(masked, (text) => text.replace(pattern, MASK));
}

type Mask = (text: string) => string;

function withHeadersMasked(run: RunRecord, mask: (header: RunHeader) => string): RunRecord {
  const maskHeaders = (headers: RunHeader[]) => headers.map((header) => ({ name: header.name, value: mask(header) }));
  const { request, response } = run;
  return {
    ...run,
    request: request && { ...request, headers: maskHeaders(request.headers) },
    response: response && { ...response, headers: maskHeaders(response.headers) },
  };
}

function withTextsMasked(shown: RunRecord, mask: Mask): RunRecord {
  const run = withHeadersMasked(shown, ({ value }) => mask(value));
  const maskAny = (text: string | null) => (text === null ? null : mask(text));
  const { request, response, script } = run;
  return {
    ...run,
    outcome: maskOutcome(run.outcome, mask),
    variables: run.variables.map((variable) => ({ ...variable, value: mask(variable.value) })),
    request: request && { ...request, url: mask(request.url), body: maskAny(request.body) },
    warnings: run.warnings.map((warning) => ({ ...warning, reason: mask(warning.reason) })),
    attempts: run.attempts.map((attempt) => ({
      ...attempt,
      retryReason: maskAny(attempt.retryReason),
      hops: attempt.hops.map((hop) => ({ ...hop, url: mask(hop.url) })),
    })),
    response: response && { ...response, statusText: mask(response.statusText), bodyText: mask(response.bodyText) },
    documentText: maskAny(run.documentText),
    script: script && {
      ...script,
      failure: script.failure && maskOutcome(script.failure, mask),
      console: script.console.map((line) => ({ ...line, text: mask(line.text) })),
      variables: script.variables.map((variable) => ({ ...variable, name: mask(variable.name), value: maskJson(variable.value, mask) })),
      transformedText: maskAny(script.transformedText),
    },
    fields: run.fields.map((field) => ({ ...field, values: field.values.map((value) => maskJson(value, mask)), problem: maskAny(field.problem) })),
  };
}

function maskOutcome<Outcome extends RunOutcome>(outcome: Outcome, mask: Mask): Outcome {
  switch (outcome.kind) {
    case 'script-failed':
      return { ...outcome, message: mask(outcome.message) };
    case 'blocked-address':
      return { ...outcome, host: mask(outcome.host), reason: mask(outcome.reason) };
    case 'connection-failed':
    case 'invalid-response':
    case 'invalid-request':
    case 'credential-failed':
      return { ...outcome, reason: mask(outcome.reason) };
    default:
      return outcome;
  }
}

/** Keeps the scheme word, which is not secret and helps to see what was sent. */
function maskByName({ name, value }: RunHeader): string {
  if (!SECRET_HEADERS.has(name.toLowerCase())) return value;
  const scheme = /^(Basic|Bearer|Digest|Token) /i.exec(value)?.[0] ?? '';
  return `${scheme}${MASK}`;
}

/** A JSON value with every text masked. Keys too, because a server may echo a secret anywhere; a number that is a secret becomes the mask. */
export function maskJson(value: JsonValue, mask: Mask): JsonValue {
  if (typeof value === 'string') return mask(value);
  if (typeof value === 'number') return mask(String(value)) === MASK ? MASK : value;
  if (Array.isArray(value)) return value.map((inner) => maskJson(inner, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mask(key), maskJson(inner, mask)]));
}
