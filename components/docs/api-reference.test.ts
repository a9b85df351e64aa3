import { describe, expect, it } from 'vitest';

import { toCurlExample } from '@/components/docs/curl-example';
import { findProblemCodes, listOperationsByTag, openApiSchema } from '@/components/docs/openapi.schema';
import { describeType, toSchemaRows } from '@/components/docs/schema-rows';

const body = {
  type: 'object',
  required: ['name', 'settings'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 120, description: 'Its name.' },
    settings: {
      oneOf: [
        { type: 'object', required: ['kind', 'user'], properties: { kind: { type: 'string', const: 'basic' }, user: { type: 'string' } } },
        { type: 'object', required: ['kind'], properties: { kind: { type: 'string', const: 'key' }, in: { enum: ['header', 'query'] } } },
      ],
    },
    rows: { type: 'array', items: { type: 'object', properties: { value: { anyOf: [{ type: 'string' }, { type: 'null' }] } } }, default: [] },
  },
};
const document = openApiSchema.parse({
  openapi: '3.1.0',
  info: { title: 'Parley API', version: '1' },
  paths: {
    '/api/bots/{botId}/things': {
      post: { operationId: 'createThing', tags: ['Things'], security: [{ session: [] }], requestBody: { content: { 'application/json': { schema: body } } }, responses: {} },
    },
  },
});

describe('the API reference', () => {
  it('lists nested fields below their parents, with every shape that is possible', () => {
    expect(toSchemaRows(body).map((row) => `${'-'.repeat(row.depth)}${row.name} ${row.type}${row.isRequired ? ' *' : ''}`)).toEqual([
      'name text *',
      'settings object *',
      '-kind: "basic" one of the shapes',
      '--kind "basic" *',
      '--user text *',
      '-kind: "key" one of the shapes',
      '--kind "key" *',
      '--in "header" or "query"',
      'rows list of object',
      '-value text or null',
    ]);
    expect(toSchemaRows(body)[0]?.limits).toEqual(['at least 1 character', 'at most 120 characters']);
  });

  it.each([
    [{ type: 'object', additionalProperties: { type: 'string' } }, 'object with values of text'],
    [{ type: ['string', 'null'] }, 'text or null'],
    [{}, 'anything'],
  ])('says %j in words', (schema, words) => {
    expect(describeType(schema)).toBe(words);
  });

  it('gives a cURL command with the required fields, safe for the shell', () => {
    const [[, [operation]] = ['', []]] = listOperationsByTag(document);
    if (!operation) throw new Error('The document has no operation.');
    expect(toCurlExample(operation, "http://it's")).toBe(
      [
        `curl -g -X POST 'http://it'\\''s/api/bots/{botId}/things' \\`,
        `  -b 'parley.session_token=YOUR_SESSION' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -d '{\n  "name": "text",\n  "settings": {\n    "kind": "basic",\n    "user": "text"\n  }\n}'`,
      ].join('\n'),
    );
  });

  it('finds the codes of problems', () => {
    expect(findProblemCodes('Problem codes: `session/required`, `bot/not-found`.')).toEqual(['session/required', 'bot/not-found']);
  });
});
