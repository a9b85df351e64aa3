import type { JsonValue } from '@/lib/engine/json';
import { evaluatePath } from '@/lib/engine/results/evaluate-path';
import type { SystemVariableName } from './system-variables';
import type { VariableReference } from './variable-reference';
import type { VariableSnapshot } from './variable-snapshot.schema';

/** Values of a variable: none when it is unset, several for a field that captured several. */
export type VariableValues = readonly JsonValue[];

/**
 * Reads a variable. Unset: a name that is missing or holds null, a field without values, a path that leads nowhere.
 * @param name the reference as written between the braces, under which an override may stand
 */
export function readVariable(reference: VariableReference, name: string, snapshot: VariableSnapshot): VariableValues {
  const override = readOwn(snapshot.overrides, name);
  if (override !== undefined) return toSingle(override);
  switch (reference.kind) {
    case 'bot':
    case 'slot':
    case 'environment':
      return toSingle(readOwn<JsonValue>(snapshot[reference.kind], reference.name));
    case 'system':
      return toSingle(readSystem(snapshot, reference.name));
    case 'field':
      return readField(snapshot, reference) ?? [];
    case 'field-count':
      return toSingle(readField(snapshot, reference)?.length);
    case 'response': {
      const document = readOwn(snapshot.responses, reference.root);
      return document === undefined ? [] : evaluatePath(reference.steps, document);
    }
  }
}

/** Values as text: scalars plainly, objects and arrays as JSON, null as nothing, several values joined by a comma and a blank. */
export function toVariableText(values: VariableValues): string {
  return values.map(toText).join(', ');
}

function toText(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Both names stand for the consumer's message. */
function readSystem({ system }: VariableSnapshot, name: SystemVariableName): JsonValue | undefined {
  const twin = name === 'query' ? 'userMessage' : name === 'userMessage' ? 'query' : name;
  return readOwn(system, name) ?? readOwn(system, twin);
}

function readField(snapshot: VariableSnapshot, field: { integration: string; key: string }): JsonValue[] | undefined {
  return readOwn(snapshot.fields, `${field.integration}.${field.key}`);
}

/** Own properties only: a variable called `constructor` or `__proto__` must not find what every object has. */
function readOwn<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function toSingle(value: JsonValue | undefined): VariableValues {
  return value === undefined || value === null ? [] : [value];
}
