import type { JsonValue } from '@/lib/engine/json';
import { findReferences, parseTemplate, type TemplatePart } from './parse-template';
import { readVariable, toVariableText } from './read-variable';
import type { VariableSnapshot } from './variable-snapshot.schema';

/** How a template is filled in. */
export interface Expansion {
  /** Applied to every value, never to the template's own text. */
  encode?: (value: string) => string;
  /** Which element of iterated values to take; without it all of them, joined. */
  element?: number;
}

/** A template with its variables replaced by their values; unset ones become nothing. Values are never read for references. */
export function expandText(template: string, snapshot: VariableSnapshot, { encode = (value) => value, element }: Expansion = {}): string {
  if (!template.includes('{')) return template;
  return parseTemplate(template)
    .map((part) => (part.kind === 'text' ? part.text : encode(toVariableText(readElement(part, snapshot, element)))))
    .join('');
}

/**
 * The value that a template gives when it is nothing but one reference, its type kept; several values are a list, unset is null.
 * Undefined for any other template.
 */
export function readSoleReference(template: string, snapshot: VariableSnapshot): JsonValue | undefined {
  const [part, ...others] = parseTemplate(template.trim());
  if (part?.kind !== 'reference' || others.length > 0) return undefined;
  const values = readVariable(part.reference, part.name, snapshot);
  return values.length > 1 ? [...values] : (values[0] ?? null);
}

/** A snapshot in which the iterated references of a template have the value of one element. */
export function atElement(template: string, snapshot: VariableSnapshot, element: number): VariableSnapshot {
  const overrides = findReferences(template).map((part) => [part.name, readElement(part, snapshot, element)[0] ?? null]);
  return { ...snapshot, overrides: Object.fromEntries(overrides) };
}

type Reference = Extract<TemplatePart, { kind: 'reference' }>;

/** A single value stands beside every element of the others. */
function readElement(part: Reference, snapshot: VariableSnapshot, element: number | undefined): readonly JsonValue[] {
  const values = readVariable(part.reference, part.name, snapshot);
  if (element === undefined) return values;
  const elements = toElements(part, values) ?? values;
  if (elements.length === 1) return elements;
  return elements.slice(element, element + 1);
}

/**
 * How many elements the iterated references of some templates have, the longest counts; null when nothing in them iterates.
 * Custom data fields, raw paths with `[i]`, and bot variables and slots that hold a list iterate.
 */
export function countElements(templates: readonly string[], snapshot: VariableSnapshot): number | null {
  const counts = templates
    .filter((template) => template.includes('{'))
    .flatMap(parseTemplate)
    .flatMap((part) => {
      if (part.kind !== 'reference') return [];
      const elements = toElements(part, readVariable(part.reference, part.name, snapshot));
      return elements ? [elements.length] : [];
    });
  return counts.length === 0 ? null : Math.max(...counts);
}

/** Null for what does not iterate. */
function toElements({ reference }: Reference, values: readonly JsonValue[]): readonly JsonValue[] | null {
  if (reference.kind === 'field') return values;
  if (reference.kind === 'response') return reference.steps.some(({ kind }) => kind === 'every') ? values : null;
  const [value] = values;
  return (reference.kind === 'bot' || reference.kind === 'slot') && Array.isArray(value) ? value : null;
}
