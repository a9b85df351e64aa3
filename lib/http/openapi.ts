import { z } from 'zod';
import { problemSchema, PROBLEM_CONTENT_TYPE } from '@/lib/http/route/problem';
import type { RouteContract } from '@/lib/http/route/route-contract';

type JsonSchema = Record<string, unknown>;

/** The OpenAPI 3.1 document of the given routes. Pure: the same routes give the same document. */
export function buildOpenApi(routes: RouteContract[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api${route.path}`;
    paths[path] = { ...paths[path], [route.method]: buildOperation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley API',
      version,
      description: 'Errors are problem documents (RFC 9457) with a stable `code`. Requests need the session cookie unless an operation says otherwise.',
    },
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: toJsonSchema(problemSchema, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'parley.session_token' } },
    },
  };
}

function buildOperation(route: RouteContract) {
  const status = route.result ? (route.status ?? 200) : 204;
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [route.tag],
    security: route.access === 'session' ? [{ session: [] }] : [],
    parameters: [...buildParameters(route.params, 'path'), ...buildParameters(route.query, 'query')],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: toJsonSchema(route.body, 'input') } } } } : {}),
    responses: {
      [status]: {
        description: 'Done.',
        ...(route.result ? { content: { 'application/json': { schema: toJsonSchema(route.result, 'output') } } } : {}),
      },
      default: {
        description: describeProblems(route),
        content: { [PROBLEM_CONTENT_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function describeProblems(route: RouteContract): string {
  const codes = [...(route.body ? ['request/invalid-body', 'request/invalid-json'] : []), ...(route.access === 'session' ? ['session/required'] : []), ...(route.problems ?? [])];
  return codes.length > 0 ? `Problem codes: ${codes.map((code) => `\`${code}\``).join(', ')}.` : 'A problem document.';
}

function buildParameters(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(schema.shape).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || !part.safeParse(undefined).success,
    ...(part.description ? { description: part.description } : {}),
    schema: toJsonSchema(part, 'input'),
  }));
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
  return rest;
}
