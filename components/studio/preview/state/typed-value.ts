import type { JsonValue } from '@/lib/engine/json';

/** The types a value can be given as. */
export type ValueType = 'text' | 'number' | 'boolean' | 'json';

/** What is written in a field of that type, read as a value; or why it can't be. */
export type ReadValue = { ok: true; value: JsonValue } | { ok: false; problem: string };

/** The type under which a value is best edited. */
export function typeOfValue(value: JsonValue): ValueType {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'json';
}

/** A value as it is written in a field. */
export function writeValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : undefined);
}

/** Reads what was written. */
export function readValue(text: string, type: ValueType): ReadValue {
  switch (type) {
    case 'text':
      return { ok: true, value: text };
    case 'number': {
      const value = Number(text);
      return text.trim() !== '' && Number.isFinite(value) ? { ok: true, value } : { ok: false, problem: 'Enter a number, for example 12.5.' };
    }
    case 'boolean':
      return { ok: true, value: text === 'true' };
    case 'json':
      return readJson(text);
  }
}

function readJson(text: string): ReadValue {
  try {
    // JSON text can hold nothing but JSON values.
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { ok: false, problem: `This is not JSON: ${error instanceof Error ? error.message : 'it could not be read'}.` };
  }
}
