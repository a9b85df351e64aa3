import type { JsonSchema } from '@/components/docs/openapi.schema';

/** A value that fits the schema, to begin from: required fields, first choices, defaults left out. */
export function toSampleValue(schema: JsonSchema, depth = 0): unknown {
  if ('const' in schema) return schema['const'];
  if ('default' in schema) return schema['default'];
  const choices = schema['enum'] ?? schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(choices)) {
    const [first]: unknown[] = choices;
    return isSchema(first) && !schema['enum'] ? toSampleValue(first, depth) : first;
  }
  switch (schema['type']) {
    case 'object':
      return depth > 6 ? {} : sampleObject(schema, depth);
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return typeof schema['minimum'] === 'number' && schema['minimum'] > 0 ? schema['minimum'] : 1;
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema);
    default:
      return null;
  }
}

function sampleObject(schema: JsonSchema, depth: number): Record<string, unknown> {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const required: unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  const entries = Object.entries(properties).flatMap(([name, value]): [string, unknown][] =>
    isSchema(value) && required.includes(name) ? [[name, toSampleValue(value, depth + 1)]] : [],
  );
  return Object.fromEntries(entries);
}

function sampleText(schema: JsonSchema): string {
  switch (schema['format']) {
    case 'email':
      return 'you@example.com';
    case 'uuid':
      return '0190a1b2-0000-7000-8000-000000000000';
    case 'date-time':
      return '2030-01-01T00:00:00.000Z';
    case 'uri':
      return 'https://api.example.com';
    default:
      return 'text';
  }
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
