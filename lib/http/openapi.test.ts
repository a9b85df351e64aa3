import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApi, type TestApi } from '@/scripts/test/start-test-api';
import { apiRoutes } from './api-routes';

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startTestApi();
  document = documentSchema.parse((await api.call('GET', '/openapi.json')).body);
});
afterAll(() => api.stop());

/** The parts of OpenAPI 3.1 that we use. Source: OpenAPI 3.1.0, section 4.8; unknown keys are refused. */
const schemaSchema = z.record(z.string(), z.unknown());
const mediaSchema = z.strictObject({ schema: schemaSchema });
const operationSchema = z.strictObject({
  operationId: z.string(),
  summary: z.string().min(1),
  description: z.string().optional(),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.strictObject({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), description: z.string().optional(), schema: schemaSchema })),
  requestBody: z.strictObject({ required: z.literal(true), content: z.record(z.string(), mediaSchema) }).optional(),
  responses: z.record(z.string().regex(/^(\d{3}|default)$/), z.strictObject({ description: z.string().min(1), content: z.record(z.string(), mediaSchema).optional() })),
});
const documentSchema = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operationSchema)),
  components: z.strictObject({ schemas: z.record(z.string(), schemaSchema), securitySchemes: z.record(z.string(), schemaSchema) }),
});
type Document = z.infer<typeof documentSchema>;

const operations = () => Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

it('lists every route once, by its address, method and unique operation id', () => {
  const listed = operations().map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`);
  expect(listed.sort()).toEqual(apiRoutes.map((route) => `${route.operationId} ${route.method} /api${route.path}`).sort());
  expect(new Set(apiRoutes.map(({ operationId }) => operationId)).size).toBe(apiRoutes.length);
});

it('describes every parameter of an address, as required', () => {
  for (const { path, operation } of operations()) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect([operation.operationId, described.map(({ name }) => name)]).toEqual([operation.operationId, named]);
    expect(described.every(({ required }) => required)).toBe(true);
  }
});

it('says who may call: nobody without a session but at the first start, and visitors who come to a messenger', () => {
  const open = operations().filter(({ operation }) => operation.security.length === 0).map(({ operation }) => operation.operationId);
  expect(open.sort()).toEqual(['createOwner', 'downloadConsumerFile', 'getMessengerConfig', 'getSetup', 'openMessengerSession']);
});

it('tells a successful answer and the problem document of every route', () => {
  for (const route of apiRoutes) {
    const responses = document.paths[`/api${route.path}`]?.[route.method]?.responses ?? {};
    const status = String(route.result ? (route.status ?? 200) : 204);
    expect([route.operationId, Object.keys(responses).sort()]).toEqual([route.operationId, [status, 'default']]);
    expect(responses[status]?.content !== undefined).toBe(route.result !== undefined);
    for (const code of route.problems ?? []) expect(responses.default?.description).toContain(code);
  }
});

it('has no reference that leads nowhere', () => {
  const references: string[] = [];
  JSON.stringify(document, (key, value: unknown) => {
    if (key === '$ref') references.push(String(value));
    return value;
  });
  expect(references.length).toBeGreaterThan(0);
  for (const reference of new Set(references)) expect([reference, resolve(reference)]).toEqual([reference, expect.anything()]);
});

function resolve(reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let place: unknown = document;
  for (const step of reference.slice(2).split('/')) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = new Map(Object.entries(place)).get(step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return place;
}
