import { findHeaderValueProblem } from '@/lib/engine/variables/header-writer';
import type { SubstitutionContext } from '@/lib/engine/variables/substitute';
import type { KeyValueRow, MultipartRow, PostBody } from './integration.schema';
import { encodeMultipart, isBoundaryFree, type MultipartPart } from './multipart.rules';
import { fill, type RequestBuild } from './request-part.rules';

/** A body as it is sent, to be encoded as UTF-8, and the content type that it implies. */
export interface BuiltBody {
  /** Null when no body is sent. */
  text: string | null;
  /** Null leaves the choice to the default headers. */
  contentType: string | null;
}

/**
 * The body with its variables replaced, encoded for its kind.
 * @param boundary for multipart bodies; random, so that no value can hold it
 */
export function buildBody(build: RequestBuild, body: PostBody, boundary: string): BuiltBody {
  switch (body.kind) {
    case 'none':
      return { text: null, contentType: null };
    case 'json':
      return { text: buildJson(build, body.text), contentType: null };
    case 'form':
      return { text: buildForm(build, body.rows), contentType: 'application/x-www-form-urlencoded' };
    case 'multipart':
      return { text: buildMultipart(build, body.rows, boundary), contentType: `multipart/form-data; boundary=${boundary}` };
    case 'raw': {
      const contentType = fill(build, body.contentType.trim(), { field: 'postBody.contentType', context: 'header' });
      const problem = findHeaderValueProblem(contentType);
      if (problem) build.problems.push({ field: 'postBody.contentType', reason: `The content type ${problem}` });
      const text = fill(build, body.text, { field: 'postBody.text', context: toContext(contentType) });
      return { text: body.text === '' ? null : text, contentType: contentType || null };
    }
  }
}

/** How values are written into a body of this content type. */
function toContext(contentType: string): SubstitutionContext {
  if (/[/+]json\b/i.test(contentType)) return 'json';
  if (/[/+]xml\b/i.test(contentType)) return 'xml';
  return /^application\/x-www-form-urlencoded\b/i.test(contentType) ? 'form' : 'text';
}

/** Text that isn't JSON is sent as written: services with a dialect of their own exist. */
function buildJson(build: RequestBuild, template: string): string | null {
  if (template.trim() === '') return null;
  const text = fill(build, template, { field: 'postBody.text', context: 'json' });
  try {
    JSON.parse(text);
  } catch (error) {
    // The engine's message quotes the body, which may hold a secret: only the place is told.
    const place = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    const where = place === undefined ? '' : ` (at character ${Number(place) + 1})`;
    build.warnings.push({ field: 'postBody.text', reason: `The body is not valid JSON${where}. It was sent as written; check quotation marks and commas.` });
  }
  return text;
}

function buildForm(build: RequestBuild, rows: readonly KeyValueRow[]): string {
  const form = new URLSearchParams();
  rows.forEach((row, index) => {
    const filled = fillRow(build, row, `postBody.rows.${index}`);
    if (filled) form.append(filled.name, filled.value);
  });
  return form.toString();
}

function buildMultipart(build: RequestBuild, rows: readonly MultipartRow[], boundary: string): string {
  const parts = rows.flatMap((row, index): MultipartPart[] => {
    const field = `postBody.rows.${index}`;
    const filled = fillRow(build, row, field);
    if (!filled) return [];
    const fileName = fill(build, row.fileName, { field: `${field}.fileName`, context: 'text' });
    const contentType = fill(build, row.contentType.trim(), { field: `${field}.contentType`, context: 'header' });
    const problem = findHeaderValueProblem(contentType);
    if (problem) build.problems.push({ field: `${field}.contentType`, reason: `The content type ${problem}` });
    return [{ ...filled, fileName, contentType }];
  });
  if (!isBoundaryFree(parts, boundary)) {
    build.problems.push({ field: 'postBody.rows', reason: 'A value holds the text that separates the parts of the body. Run again: another separator will be chosen.' });
  }
  return encodeMultipart(parts, boundary);
}

/** Name and value of an enabled row; null for a row that isn't sent. */
function fillRow(build: RequestBuild, row: KeyValueRow, field: string): { name: string; value: string } | null {
  if (!row.enabled || (row.name === '' && row.value === '')) return null;
  if (row.name === '') build.problems.push({ field: `${field}.name`, reason: 'This row has a value but no name. Enter a name, or switch the row off.' });
  return {
    name: fill(build, row.name, { field: `${field}.name`, context: 'text' }),
    value: fill(build, row.value, { field: `${field}.value`, context: 'text' }),
  };
}
