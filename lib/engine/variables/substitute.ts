import { createHeaderWriter } from './header-writer';
import { createJsonWriter } from './json-writer';
import { parseTemplate } from './parse-template';
import { readVariable, toVariableText } from './read-variable';
import { createFormWriter, createTextWriter, createXmlWriter } from './text-writers';
import { createUrlWriter } from './url-writer';
import { toScope, type VariableScope } from './variable-reference';
import type { VariableSnapshot } from './variable-snapshot.schema';
import type { TemplateWriter } from './template-writer';

/**
 * What a template becomes, which decides how values are written into it:
 * - `url`: an absolute address; see `createUrlWriter` for each of its places
 * - `header`: a header's value; control characters and those beyond Latin-1 are refused
 * - `json`: JSON text; see `createJsonWriter` for values inside and outside of string literals
 * - `form`: `application/x-www-form-urlencoded` text, values encoded
 * - `xml`: XML text, values escaped
 * - `text`: anything else, values as they are
 */
export type SubstitutionContext = 'url' | 'header' | 'json' | 'form' | 'xml' | 'text';

/** A variable that a template referred to; once for every place. */
export interface UsedReference {
  /** As written between the braces. */
  reference: string;
  scope: VariableScope;
  /** As plain text, before it was encoded; empty when unset. */
  value: string;
  isSet: boolean;
}

/** A template with its variables replaced. With `problems` the text must not be used. */
export interface Substitution {
  text: string;
  used: UsedReference[];
  /** Values that can't stand where the template puts them: what happened, why, what to do. */
  problems: string[];
}

/**
 * Replaces the references of a template by their values. A value is data: it is encoded for its place and never read
 * for references again. An unset variable becomes empty (`null` outside of string literals in `json`).
 */
export function substitute(template: string, snapshot: VariableSnapshot, context: SubstitutionContext): Substitution {
  const result: Substitution = { text: '', used: [], problems: [] };
  const report = (problem: string) => void result.problems.push(problem);
  const writer = WRITERS[context](report);
  for (const part of parseTemplate(template)) {
    if (part.kind === 'text') {
      result.text += writer.writeText(part.text);
      continue;
    }
    const values = readVariable(part.reference, part.name, snapshot);
    const scope = toScope(part.reference);
    const text = toVariableText(values);
    result.used.push({ reference: part.name, scope, value: text, isSet: values.length > 0 });
    result.text += writer.writeValue({ reference: part.text, scope, values, text });
  }
  writer.finish();
  return result;
}

const WRITERS: Record<SubstitutionContext, (report: (problem: string) => void) => TemplateWriter> = {
  url: createUrlWriter,
  header: createHeaderWriter,
  json: createJsonWriter,
  form: createFormWriter,
  xml: createXmlWriter,
  text: createTextWriter,
};
