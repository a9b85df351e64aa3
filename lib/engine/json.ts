import { z } from 'zod';

/** Any value that JSON can carry. Object keys keep their order; `undefined` never occurs. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** A JSON object, as opposed to an array or a scalar. */
export type JsonObject = { [key: string]: JsonValue };

/** Whether `value` is a JSON object (not an array, not null). */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Any JSON value, for data that came out of a JSON parser: it is not walked again, so that big documents stay cheap.
 */
export const jsonValueSchema = z.custom<JsonValue>((value) => value !== undefined, 'Give a value.');

/** A JSON object whose contents are nobody's business here, for example what a vendor's export holds beyond our shape. */
export const jsonObjectSchema = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'Give an object.');
