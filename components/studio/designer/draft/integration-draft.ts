import { z } from 'zod';

import {
  httpMethodSchema,
  integrationDefinitionSchema,
  keyValueRowSchema,
  multipartRowSchema,
  type IntegrationDefinition,
  type PostBody,
  type SuccessRule,
} from '@/lib/modules/integration/integration.schema';

const rowsSchema = z.array(keyValueRowSchema.extend({ name: z.string(), value: z.string(), note: z.string() }));

/**
 * An integration while it is being written: whatever is typed is allowed, numbers are texts, and every kind of body keeps
 * its content, so that trying another kind loses nothing. The schema reads drafts back from the browser's memory.
 */
export const integrationDraftSchema = z.object({
  name: z.string(),
  responseVariable: z.string(),
  description: z.string(),
  method: httpMethodSchema,
  url: z.string(),
  credentialId: z.string().nullable(),
  useDefaultHeaders: z.boolean(),
  headers: rowsSchema,
  parameters: rowsSchema,
  postBody: z.object({
    kind: z.enum(['none', 'json', 'form', 'multipart', 'raw']),
    json: z.string(),
    formRows: rowsSchema,
    parts: z.array(multipartRowSchema.extend({ name: z.string(), value: z.string(), note: z.string(), fileName: z.string(), contentType: z.string() })),
    raw: z.string(),
    rawContentType: z.string(),
  }),
  transformScript: z.string(),
  customDataFields: z.array(z.object({ key: z.string(), path: z.string() })),
  timeoutSecondsText: z.string(),
  retry: z.object({ retryCountMaxText: z.string(), scope: z.enum(['idempotent', 'every-method']) }),
  success: z.object({ kind: z.enum(['reference', 'any-2xx', 'list']), statusesText: z.string() }),
  responseMegabytesText: z.string(),
  followRedirects: z.boolean(),
});
export type IntegrationDraft = z.infer<typeof integrationDraftSchema>;
export type BodyKind = IntegrationDraft['postBody']['kind'];

const MEGABYTE = 1024 * 1024;

/** A draft that says what the definition says. */
export function toDraft(definition: IntegrationDefinition): IntegrationDraft {
  const { type: _type, postBody, timeoutMs, retry, success, responseBytesMax, ...same } = definition;
  return {
    ...same,
    postBody: toBodyDraft(postBody),
    timeoutSecondsText: String(timeoutMs / 1_000),
    retry: { retryCountMaxText: String(retry.retryCountMax), scope: retry.scope },
    success: { kind: success.kind, statusesText: success.kind === 'list' ? success.statuses.join(', ') : '' },
    responseMegabytesText: String(Number((responseBytesMax / MEGABYTE).toFixed(3))),
  };
}

/** The draft of an integration that is only beginning. */
export function buildNewDraft(): IntegrationDraft {
  return toDraft({ ...integrationDefinitionSchema.parse({ name: '-', responseVariable: '_', url: 'https://' }), name: '', responseVariable: '', url: '' });
}

/**
 * What the draft says in the shape that the API's schema checks; text that is no number becomes NaN, which the schema
 * refuses. Blanks around name and URL count for nothing, and fields without key and path are left out.
 */
export function toDefinitionInput(draft: IntegrationDraft): IntegrationDefinition {
  const { postBody, timeoutSecondsText, retry, success, responseMegabytesText, ...same } = draft;
  return {
    ...same,
    name: same.name.trim(),
    url: same.url.trim(),
    type: 'API',
    customDataFields: same.customDataFields.filter(({ key, path }) => key !== '' || path !== ''),
    postBody: toPostBody(postBody),
    timeoutMs: Math.round(toNumber(timeoutSecondsText) * 1_000),
    retry: { retryCountMax: toNumber(retry.retryCountMaxText), scope: retry.scope },
    success: toSuccessRule(success),
    responseBytesMax: Math.round(toNumber(responseMegabytesText) * MEGABYTE),
  };
}

/** An empty body of every kind, with the given one filled in. */
export function toBodyDraft(body: PostBody): IntegrationDraft['postBody'] {
  const empty: IntegrationDraft['postBody'] = { kind: body.kind, json: '', formRows: [], parts: [], raw: '', rawContentType: 'text/plain;charset=UTF-8' };
  switch (body.kind) {
    case 'none':
      return empty;
    case 'json':
      return { ...empty, json: body.text };
    case 'form':
      return { ...empty, formRows: body.rows };
    case 'multipart':
      return { ...empty, parts: body.rows };
    case 'raw':
      return { ...empty, raw: body.text, rawContentType: body.contentType };
  }
}

/** The body of the chosen kind. */
export function toPostBody(body: IntegrationDraft['postBody']): PostBody {
  switch (body.kind) {
    case 'none':
      return { kind: 'none' };
    case 'json':
      return { kind: 'json', text: body.json };
    case 'form':
      return { kind: 'form', rows: body.formRows };
    case 'multipart':
      return { kind: 'multipart', rows: body.parts };
    case 'raw':
      return { kind: 'raw', text: body.raw, contentType: body.rawContentType };
  }
}

function toSuccessRule({ kind, statusesText }: IntegrationDraft['success']): SuccessRule {
  if (kind !== 'list') return { kind };
  const words = statusesText.split(/[\s,;]+/).filter((word) => word !== '');
  return { kind, statuses: words.map(toNumber) };
}

/** Also understands a decimal comma. */
function toNumber(text: string): number {
  const trimmed = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
