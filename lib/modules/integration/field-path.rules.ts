import type { JsonValue } from '@/lib/engine/json';
import { evaluatePath } from '@/lib/engine/results/evaluate-path';
import { parseResultPath, type ResultStep } from '@/lib/engine/results/result-path';
import { parseJsonPath, type JsonPath } from './json-path.rules';

/** A readable path of a custom data field. */
export interface FieldPath {
  kind: 'path';
  /** Values in document order; `problem` says why the search ended early. */
  evaluate: JsonPath['evaluate'];
  /** Where the path leads as plain steps, for JSONPath as far as that can be said. */
  steps: ResultStep[];
}

/** A path of a custom data field, or what is wrong with it; `offset` counts characters from the path's beginning. */
export type ParsedFieldPath = FieldPath | { kind: 'problem'; message: string; offset: number };

/**
 * Reads the path of a custom data field:
 * - `{$.api_X.items[i].title}` and `$.api_X.items[i].title`, the reference's form; the name must be the integration's own
 * - `items[i].title`, relative to the document; a leading `api_X` of the integration's own is the document as well
 * - anything else that begins with `$` is JSONPath, whose `$` is the document; `$.api_X` is taken for `$` there too
 *
 * Source: conversation-builder reference, section 1.6 (first form; the others are ours); RFC 9535.
 */
export function parseFieldPath(path: string, responseVariable: string): ParsedFieldPath {
  const trimmed = path.trim();
  const isBraced = trimmed.startsWith('{') && trimmed.endsWith('}');
  const text = isBraced ? trimmed.slice(1, -1).trim() : trimmed;
  const shift = path.indexOf(text);
  const own = `api_${responseVariable}`;
  const parsed = text.startsWith('$') ? parseDollar(text, { own, isBraced }) : parseDotted(text, own);
  return parsed.kind === 'problem' ? { ...parsed, offset: Math.max(0, parsed.offset + shift) } : parsed;
}

function parseDotted(text: string, own: string): ParsedFieldPath {
  const parsed = parseResultPath(text);
  if (parsed.kind === 'problem') return parsed;
  const [first, ...rest] = parsed.path.steps;
  return toFieldPath(first?.kind === 'key' && first.name === own ? rest : parsed.path.steps);
}

function parseDollar(text: string, { own, isBraced }: { own: string; isBraced: boolean }): ParsedFieldPath {
  const reference = parseResultPath(text);
  const root = /^\$\.(api_\w+)/.exec(text)?.[1];
  if (root === own && reference.kind === 'path') return toFieldPath(reference.path.steps);
  if (isBraced && root !== undefined && root !== own) {
    return { kind: 'problem', message: `This path reads ${root}, but this integration’s response is ${own}. Write $.${own}, or rename the response data variable.`, offset: 2 };
  }
  // `[i]` is no JSONPath: whoever wrote it meant the reference's form, so its problem is the one to show.
  if (/\[i\]/.test(text) && reference.kind === 'problem') return reference;
  const prefixLength = root === own ? own.length + 1 : 0;
  const parsed = parseJsonPath(`$${text.slice(1 + prefixLength)}`);
  if (parsed.kind === 'problem') return { ...parsed, offset: parsed.offset === 0 ? 0 : parsed.offset + prefixLength };
  return { ...parsed, kind: 'path' };
}

function toFieldPath(steps: ResultStep[]): FieldPath {
  return {
    kind: 'path',
    steps,
    evaluate: (document: JsonValue, valueCountMax: number) => ({ values: evaluatePath(steps, document, valueCountMax), problem: null }),
  };
}
