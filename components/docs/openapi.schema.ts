import { z } from 'zod';

/** A JSON Schema as far as the reference shows it; anything else in it is passed over. */
export type JsonSchema = { [key: string]: unknown };

const jsonSchema: z.ZodType<JsonSchema> = z.record(z.string(), z.unknown());
const contentSchema = z.record(z.string(), z.object({ schema: jsonSchema.optional() }));

/** One operation of the document. */
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().default(''),
  description: z.string().default(''),
  tags: z.array(z.string()).default([]),
  security: z.array(z.unknown()).default([]),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), description: z.string().optional(), schema: jsonSchema.default({}) }))
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().default(''), content: contentSchema.optional() })),
});

/** The OpenAPI document as far as the reference shows it. Source: OpenAPI 3.1. */
export const openApiSchema = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().default('') }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});
export type OpenApi = z.infer<typeof openApiSchema>;

/** One operation with where it is. */
export type Operation = z.infer<typeof operationSchema> & { path: string; method: string; tag: string };

/** All operations under their tags, both in the order of the document. */
export function listOperationsByTag(document: OpenApi): [tag: string, operations: Operation[]][] {
  const byTag = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? 'Other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), { ...operation, path, method, tag }]);
    }
  }
  return [...byTag];
}

/** The stable codes named in a description between backticks. */
export function findProblemCodes(description: string): string[] {
  return [...description.matchAll(/`([\w-]+\/[\w-]+)`/g)].flatMap((match) => match[1] ?? []);
}
