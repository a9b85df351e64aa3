import { z } from 'zod';
import { problemSchema, PROBLEM_CONTENT_TYPE } from '@/lib/http/route/problem';
import type { RouteContract } from '@/lib/http/route/route-contract';

type JsonSchema = Record<string, unknown>;

/** The OpenAPI 3.1 document of the given routes. Pure: the same routes give the same document. */
export function buildOpenApi(routes: RouteContract[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  const shared: SharedSchemas = new Map();
  for (const route of routes) {
    const path = `/api${route.path}`;
    paths[path] = { ...paths[path], [route.method]: buildOperation(route, shared) };
  }
  const problem = toJsonSchema(problemSchema, 'output', shared);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parley API',
      version,
      description: 'Errors are problem documents (RFC 9457) with a stable `code`. Requests need the session cookie unless an operation says otherwise; those of the messenger need the token of a messenger’s session.',
    },
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problem, ...Object.fromEntries([...shared.values()].map(({ name, schema }) => [name, schema])) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'parley.session_token' },
        consumer: { type: 'http', scheme: 'bearer', description: 'The token that openMessengerSession answers with.' },
      },
    },
  };
}

function buildOperation(route: RouteContract, shared: SharedSchemas) {
  const status = route.result ? (route.status ?? 200) : 204;
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [route.tag],
    security: route.access === 'public' ? [] : [{ [route.access]: [] }],
    parameters: [...buildParameters(route.params, 'path', shared), ...buildParameters(route.query, 'query', shared)],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: toJsonSchema(route.body, 'input', shared) } } } } : {}),
    responses: {
      [status]: {
        description: 'Done.',
        ...(route.result ? { content: { 'application/json': { schema: toJsonSchema(route.result, 'output', shared) } } } : {}),
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

function buildParameters(schema: z.ZodType | undefined, place: 'path' | 'query', shared: SharedSchemas) {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(schema.shape).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || !part.safeParse(undefined).success,
    ...(part.description ? { description: part.description } : {}),
    schema: toJsonSchema(part, 'input', shared),
  }));
}

/** Schemas that refer to themselves: they stand among the components, under a name. */
type SharedSchemas = Map<string, { name: string; schema: JsonSchema }>;

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output', shared: SharedSchemas): JsonSchema {
  const { $schema: _dialect, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
  if ($defs === undefined) return rest;
  // Definitions stand at the root of their own schema; here the root is the whole document.
  const key = JSON.stringify($defs);
  const definitions = Object.entries($defs as Record<string, JsonSchema>);
  const isNew = !shared.has(`${key} ${definitions[0]?.[0]}`);
  if (isNew) definitions.forEach(([definition]) => shared.set(`${key} ${definition}`, { name: `Shared${shared.size + 1}`, schema: {} }));
  const relocate = (part: JsonSchema): JsonSchema => {
    const toComponent = (_: string, definition: string) => `"#/components/schemas/${shared.get(`${key} ${definition}`)?.name}"`;
    // A schema's text with other references is a schema's text.
    return JSON.parse(JSON.stringify(part).replace(/"#\/\$defs\/(\w+)"/g, toComponent)) as JsonSchema;
  };
  if (isNew) for (const [definition, part] of definitions) Object.assign(shared.get(`${key} ${definition}`)?.schema ?? {}, relocate(part));
  return relocate(rest);
}
