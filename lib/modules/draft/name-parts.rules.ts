import type { ReferencePart } from '@/lib/engine/variables/parse-template';
import type { MentionSubject } from './mention-subject.rules';

/** A stretch of a text that names something. */
export interface NamePart {
  subject: MentionSubject;
  start: number;
  end: number;
}

/**
 * What a bare name names, as `getBotVariable` and variable conditions take it: `city`, `slot.city`, `X.key`, `X.key.count`, `api_X`,
 * `api_XStatus`. `X.key` is a field only when there is an integration X; otherwise it is a variable with a dot in its name.
 * @param offset where the name stands in the text
 */
export function listNameParts(name: string, responseVariables: ReadonlySet<string>, offset = 0): NamePart[] {
  if (name.startsWith('slot.') && name.length > 5) return [toPart({ kind: 'slot', name: name.slice(5) }, offset + 5)];
  const response = toResponseVariable(name, responseVariables);
  if (response !== null) return [toPart({ kind: 'response-variable', name: response }, offset + 4)];
  const [, responseVariable = '', key = ''] = /^([A-Za-z_]\w*)\.([^.]+)(?:\.count)?$/.exec(name) ?? [];
  if (responseVariables.has(responseVariable)) return listFieldParts(responseVariable, key, offset);
  return [toPart({ kind: 'variable', name }, offset)];
}

/** `X` of `api_X` and `api_XStatus`; null for every other name. */
export function toResponseVariable(name: string, responseVariables: ReadonlySet<string>): string | null {
  if (!name.startsWith('api_')) return null;
  const whole = name.slice(4);
  const withoutStatus = whole.endsWith('Status') ? whole.slice(0, -6) : whole;
  return responseVariables.has(whole) ? whole : withoutStatus;
}

/** What a reference between braces names. System variables have names of their own and can't be renamed. */
export function listReferenceParts({ start, text, reference }: ReferencePart, responseVariables: ReadonlySet<string>): NamePart[] {
  switch (reference.kind) {
    case 'bot':
      return listNameParts(reference.name, responseVariables, start + text.indexOf('.') + 1);
    case 'slot':
      return [toPart({ kind: 'slot', name: reference.name }, start + text.indexOf('slot.') + 5)];
    case 'environment':
      return [toPart({ kind: 'environment-key', name: reference.name }, start + text.indexOf('.') + 1)];
    case 'field':
    case 'field-count':
      return listFieldParts(reference.integration, reference.key, start + 1);
    case 'response':
      return [toPart({ kind: 'response-variable', name: reference.root.slice(4) }, start + text.indexOf('api_') + 4)];
    case 'system':
      return [];
  }
}

function listFieldParts(responseVariable: string, key: string, offset: number): NamePart[] {
  return [toPart({ kind: 'response-variable', name: responseVariable }, offset), toPart({ kind: 'field', responseVariable, name: key }, offset + responseVariable.length + 1)];
}

function toPart(subject: MentionSubject, start: number): NamePart {
  return { subject, start, end: start + subject.name.length };
}
