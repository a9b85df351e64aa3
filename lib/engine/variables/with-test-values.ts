import type { JsonValue } from '@/lib/engine/json';
import { parseReference } from './variable-reference';
import { buildSnapshot, type VariableSnapshot } from './variable-snapshot.schema';

/**
 * A snapshot in which a designer's test values win. They are texts by reference as written between the braces. Text of
 * a field or response that is a JSON object, array or boolean counts as that, an array of a field as its several values;
 * numbers stay text, digit for digit. References that are not known are passed over.
 */
export function withTestValues(snapshot: VariableSnapshot, testValues: Readonly<Record<string, string>>): VariableSnapshot {
  const changed = buildSnapshot({
    bot: { ...snapshot.bot },
    slot: { ...snapshot.slot },
    environment: { ...snapshot.environment },
    system: { ...snapshot.system },
    fields: { ...snapshot.fields },
    responses: snapshot.responses,
    overrides: { ...snapshot.overrides },
  });
  for (const [name, text] of Object.entries(testValues)) setTestValue(changed, name, text);
  return changed;
}

function setTestValue(snapshot: VariableSnapshot, name: string, text: string): void {
  const reference = parseReference(name);
  switch (reference?.kind) {
    case 'bot':
    case 'slot':
    case 'environment':
      setOwn(snapshot[reference.kind], reference.name, text);
      return;
    case 'system':
      setOwn(snapshot.system, reference.name, text);
      return;
    case 'field': {
      const value = parseStructure(text);
      setOwn(snapshot.fields, `${reference.integration}.${reference.key}`, Array.isArray(value) ? value : [value]);
      return;
    }
    case 'field-count':
    case 'response':
      setOwn(snapshot.overrides, name, parseStructure(text));
      return;
    case undefined:
  }
}

function parseStructure(text: string): JsonValue {
  if (!/^\s*(?:[[{]|true\s*$|false\s*$)/.test(text)) return text;
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

/** Plain assignment to `__proto__` would change the record's prototype instead. */
function setOwn<T>(record: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}
