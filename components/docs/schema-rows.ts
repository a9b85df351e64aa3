import type { JsonSchema } from '@/components/docs/openapi.schema';

/** One line of a schema's table. */
export type SchemaRow = {
  /** Unique in its table: the names from the root with dots. */
  path: string;
  name: string;
  /** How deep inside others, from 0. */
  depth: number;
  /** In words: "text", "list of objects", "number or null". */
  type: string;
  isRequired: boolean;
  description: string;
  /** Limits and defaults in words. */
  limits: string[];
};

const DEPTH_MAX = 6;

/** The lines of an object's fields, nested ones below their parents. What isn't an object gives no line but its own, nameless. */
export function toSchemaRows(schema: JsonSchema): SchemaRow[] {
  const rows = childRows(schema, '', 0);
  return rows.length > 0 ? rows : [toRow(schema, { path: '', name: '', depth: 0, isRequired: true })];
}

/** A schema's type in words. */
export function describeType(schema: JsonSchema): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' or ');
  if ('const' in schema) return JSON.stringify(schema['const']);
  const alternatives = readAlternatives(schema);
  if (alternatives.length > 0) return [...new Set(alternatives.map(describeType))].join(' or ');
  const type = schema['type'];
  if (Array.isArray(type)) return type.map((one) => describeType({ ...schema, type: one })).join(' or ');
  if (type === 'array') {
    const items = readSchema(schema['items']);
    return items ? `list of ${describeType(items)}` : 'list';
  }
  if (type === 'object') {
    const values = readSchema(schema['additionalProperties']);
    return values && Object.keys(values).length > 0 && !schema['properties'] ? `object with values of ${describeType(values)}` : 'object';
  }
  if (type === 'string') return 'text';
  if (type === 'integer') return 'whole number';
  if (type === 'boolean') return 'true or false';
  return typeof type === 'string' ? type : 'anything';
}

function childRows(schema: JsonSchema, path: string, depth: number): SchemaRow[] {
  if (depth > DEPTH_MAX) return [];
  const items = readSchema(schema['items']);
  if (items) return childRows(items, path, depth);
  const objects = readAlternatives(schema).filter((alternative) => alternative['type'] !== 'null');
  if (objects.length === 1 && objects[0]) return childRows(objects[0], path, depth);
  if (objects.length > 1) return objects.flatMap((variant, index) => variantRows(variant, `${path}<${index}>`, depth));
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(readSchema(schema['properties']) ?? {}).flatMap(([name, value]) => {
    const child = readSchema(value);
    if (!child) return [];
    const childPath = path ? `${path}.${name}` : name;
    return [toRow(child, { path: childPath, name, depth, isRequired: required.includes(name) }), ...childRows(child, childPath, depth + 1)];
  });
}

/** One of several shapes: a line that says which, then its fields. */
function variantRows(variant: JsonSchema, path: string, depth: number): SchemaRow[] {
  const children = childRows(variant, path, depth + 1);
  if (children.length === 0) return [];
  const tag = Object.entries(readSchema(variant['properties']) ?? {}).find(([, value]) => 'const' in (readSchema(value) ?? {}));
  const name = tag ? `${tag[0]}: ${JSON.stringify(readSchema(tag[1])?.['const'])}` : 'or';
  return [{ path, name, depth, type: 'one of the shapes', isRequired: false, description: '', limits: [] }, ...children];
}

function toRow(schema: JsonSchema, place: Pick<SchemaRow, 'path' | 'name' | 'depth' | 'isRequired'>): SchemaRow {
  const description = typeof schema['description'] === 'string' ? schema['description'] : '';
  return { ...place, type: describeType(schema), description, limits: describeLimits(schema) };
}

function describeLimits(schema: JsonSchema): string[] {
  const limits: string[] = [];
  const add = (key: string, say: (value: string) => string) => {
    const value = schema[key];
    if (value !== undefined && !(typeof value === 'number' && Math.abs(value) >= Number.MAX_SAFE_INTEGER)) limits.push(say(typeof value === 'string' ? value : JSON.stringify(value)));
  };
  add('format', (value) => `format ${value}`);
  add('minLength', (value) => `at least ${value} ${value === '1' ? 'character' : 'characters'}`);
  add('maxLength', (value) => `at most ${value} characters`);
  add('minimum', (value) => `at least ${value}`);
  add('maximum', (value) => `at most ${value}`);
  add('minItems', (value) => `at least ${value} ${value === '1' ? 'entry' : 'entries'}`);
  add('maxItems', (value) => `at most ${value} entries`);
  if (schema['format'] === undefined) add('pattern', (value) => `matches ${value}`);
  if ('default' in schema) limits.push(`default ${JSON.stringify(schema['default'])}`);
  return limits;
}

function readAlternatives(schema: JsonSchema): JsonSchema[] {
  const list = schema['oneOf'] ?? schema['anyOf'];
  return Array.isArray(list) ? list.map((entry) => readSchema(entry)).filter((entry) => entry !== null) : [];
}

function readSchema(value: unknown): JsonSchema | null {
  // An object from parsed JSON has text keys only.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : null;
}
