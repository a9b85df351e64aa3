import { z } from 'zod';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/engine/json';

/** What sorts of value were seen at one place. */
const shapeTypeSchema = z.enum(['null', 'boolean', 'number', 'string', 'object', 'array']);
export type ShapeType = z.infer<typeof shapeTypeSchema>;

/** What a response looks like, without its values: small enough to be stored beside the integration. */
export interface ResponseShape {
  /** Sorts of value seen, without repeats; empty when nothing is known, as for the elements of an empty array. */
  types: ShapeType[];
  /** Keys of objects seen, as a list because a key may be called `__proto__`. */
  fields?: ShapeField[] | undefined;
  /** All elements of arrays seen, merged. */
  element?: ResponseShape | undefined;
  /** More was there than is described: too deep, too many keys or elements. */
  isCut?: true | undefined;
}

/** A key of an object. */
export interface ShapeField {
  name: string;
  shape: ResponseShape;
  /** Some objects merged here lack it. */
  isOptional?: true | undefined;
}

/** A stored shape; the nesting is bounded by `inferShape`. */
export const responseShapeSchema: z.ZodType<ResponseShape> = z.object({
  types: z.array(shapeTypeSchema),
  get fields() {
    return z.array(z.object({ name: z.string(), shape: responseShapeSchema, isOptional: z.literal(true).optional() })).optional();
  },
  get element() {
    return responseShapeSchema.optional();
  },
  isCut: z.literal(true).optional(),
});

/** Looks at a document and describes it. Bounded in size, and in time to some 20,000 values looked at. */
export function inferShape(document: JsonValue): ResponseShape {
  return infer([document], { valuesLeft: VALUE_COUNT_MAX, fieldsLeft: FIELD_COUNT_MAX, depth: 0 });
}

/** Whether two shapes say the same, the order of keys and sorts included. */
export function isSameShape(a: ResponseShape, b: ResponseShape): boolean {
  if (a.isCut !== b.isCut || a.types.length !== b.types.length || a.types.some((type, index) => type !== b.types[index])) return false;
  if (a.element === undefined ? b.element !== undefined : b.element === undefined || !isSameShape(a.element, b.element)) return false;
  if (a.fields === undefined || b.fields === undefined) return a.fields === b.fields;
  const others = b.fields;
  return (
    a.fields.length === others.length &&
    a.fields.every((field, index) => {
      const other = others[index];
      return other !== undefined && field.name === other.name && field.isOptional === other.isOptional && isSameShape(field.shape, other.shape);
    })
  );
}

/** The field of an object's shape; undefined when there is none. */
export function findField(shape: ResponseShape, name: string): ShapeField | undefined {
  return shape.fields?.find((field) => field.name === name);
}

const VALUE_COUNT_MAX = 20_000;
const FIELD_COUNT_MAX = 2_000;
const KEYS_PER_OBJECT_MAX = 200;
const ELEMENT_COUNT_MAX = 500;
const DEPTH_MAX = 12;

interface Inference {
  valuesLeft: number;
  fieldsLeft: number;
  depth: number;
}

/** One shape for all values that stand at the same place. */
function infer(values: readonly JsonValue[], inference: Inference): ResponseShape {
  inference.valuesLeft -= values.length;
  const types: ShapeType[] = [];
  const objects: JsonObject[] = [];
  const arrays: (readonly JsonValue[])[] = [];
  for (const value of values) {
    const type = toType(value);
    if (!types.includes(type)) types.push(type);
    if (type === 'string' || type === 'number') continue;
    if (Array.isArray(value)) arrays.push(value);
    else if (isJsonObject(value)) objects.push(value);
  }
  const shape: ResponseShape = { types };
  if (objects.length === 0 && arrays.length === 0) return shape;
  if (inference.depth >= DEPTH_MAX || inference.valuesLeft <= 0) return { ...shape, isCut: true };
  inference.depth += 1;
  if (objects.length > 0) addFields(shape, objects, inference);
  if (arrays.length > 0) addElement(shape, arrays, inference);
  inference.depth -= 1;
  return shape;
}

function addFields(shape: ResponseShape, objects: readonly JsonObject[], inference: Inference): void {
  const columns: { name: string; values: JsonValue[] }[] = [];
  const columnByName = new Map<string, { name: string; values: JsonValue[] }>();
  for (const object of objects) {
    let position = 0;
    for (const name of Object.keys(object)) {
      // Objects of a list mostly have the same keys in the same order.
      const expected = columns[position];
      const column = expected?.name === name ? expected : columnByName.get(name);
      position += 1;
      const value = object[name] ?? null;
      if (column !== undefined) column.values.push(value);
      else if (columns.length < KEYS_PER_OBJECT_MAX && inference.fieldsLeft > 0) {
        inference.fieldsLeft -= 1;
        const added = { name, values: [value] };
        columns.push(added);
        columnByName.set(name, added);
      } else shape.isCut = true;
    }
  }
  shape.fields = columns.map(({ name, values }) => {
    const field: ShapeField = { name, shape: infer(values, inference) };
    if (values.length < objects.length) field.isOptional = true;
    return field;
  });
}

function addElement(shape: ResponseShape, arrays: readonly (readonly JsonValue[])[], inference: Inference): void {
  const elements: JsonValue[] = [];
  for (const array of arrays) {
    const roomCount = ELEMENT_COUNT_MAX - elements.length;
    if (array.length > roomCount) shape.isCut = true;
    for (const element of array.slice(0, roomCount)) elements.push(element);
  }
  shape.element = infer(elements, inference);
}

function toType(value: JsonValue): ShapeType {
  if (value === null) return 'null';
  const type = typeof value;
  if (type === 'string' || type === 'number' || type === 'boolean') return type;
  return Array.isArray(value) ? 'array' : 'object';
}
