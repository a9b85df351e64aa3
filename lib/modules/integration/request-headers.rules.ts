import { findHeaderValueProblem } from '@/lib/engine/variables/header-writer';
import type { VariableSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import type { RunHeader } from '@/lib/modules/integration-run/run-record.schema';
import { DEFAULT_HEADERS, type IntegrationDefinition, type KeyValueRow } from './integration.schema';
import { fill, type RequestBuild } from './request-part.rules';

/**
 * Headers in sending order: the default ones, then the designer's own, which replace default ones of the same name.
 * @param bodyContentType what the kind of body implies; null leaves the choice to the default headers
 * Source: conversation-builder reference, section 1.1.
 */
export function buildHeaders(build: RequestBuild, definition: IntegrationDefinition, bodyContentType: string | null): RunHeader[] {
  const own = definition.headers.flatMap((row, index) => toHeader(build, row, `headers.${index}`));
  const ownNames = new Set(own.map(({ name }) => name.toLowerCase()));
  const given = withContentType(areDefaultsOn(definition, build.snapshot) ? [...DEFAULT_HEADERS] : [], bodyContentType);
  const headers = [...given.filter(({ name }) => !ownNames.has(name.toLowerCase())), ...own];
  return bodyContentType?.startsWith('multipart/') ? headers.map((header) => withBoundary(header, bodyContentType)) : headers;
}

/** Headers that frame the message or the connection; Parley writes them itself, a second opinion would enable request smuggling. */
const FRAMING_NAMES: ReadonlySet<string> = new Set([
  'connection', 'content-length', 'expect', 'http2-settings', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade',
]);

/** Source: RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function toHeader(build: RequestBuild, row: KeyValueRow, field: string): RunHeader[] {
  if (!row.enabled || (row.name.trim() === '' && row.value === '')) return [];
  const name = fill(build, row.name.trim(), { field: `${field}.name`, context: 'header' });
  const value = fill(build, row.value, { field: `${field}.value`, context: 'header' }).trim();
  const nameProblem = findNameProblem(name);
  if (nameProblem) build.problems.push({ field: `${field}.name`, reason: nameProblem });
  // The designer's own text is checked only if no value was refused already: one problem per field.
  const valueProblem = build.problems.some((known) => known.field === `${field}.value`) ? null : findHeaderValueProblem(value);
  if (valueProblem) build.problems.push({ field: `${field}.value`, reason: `The header ${name} ${valueProblem}` });
  return [{ name, value }];
}

function findNameProblem(name: string): string | null {
  if (name === '') return 'This header has a value but no name. Enter a name, or switch the row off.';
  if (!TOKEN.test(name)) return `“${name}” can’t be a header’s name. Use letters, digits and hyphens.`;
  if (FRAMING_NAMES.has(name.toLowerCase())) return `The header ${name} describes the connection and is written by Parley itself. Remove the row.`;
  return null;
}

/** The older way to suppress the default headers. Source: conversation-builder reference, section 1.1. */
function areDefaultsOn({ useDefaultHeaders }: IntegrationDefinition, { bot }: VariableSnapshot): boolean {
  return useDefaultHeaders && bot['__standardHeaders__'] !== 'off';
}

function withContentType(headers: readonly RunHeader[], contentType: string | null): RunHeader[] {
  if (contentType === null) return [...headers];
  return [...headers.filter(({ name }) => name !== 'Content-Type'), { name: 'Content-Type', value: contentType }];
}

/** A multipart type of the designer's own keeps its name but gets the boundary that the body really uses. */
function withBoundary(header: RunHeader, bodyContentType: string): RunHeader {
  const type = /^multipart\/[\w.+-]+/i.exec(header.value)?.[0];
  if (header.name.toLowerCase() !== 'content-type' || type === undefined) return header;
  return { name: header.name, value: bodyContentType.replace(/^[^;]+/, type) };
}
