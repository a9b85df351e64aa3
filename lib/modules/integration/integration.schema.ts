import { z } from 'zod';

/** HTTP methods a designer can choose. The reference documents GET, POST and PUT only; the rest is ours. */
export const httpMethodSchema = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
export type HttpMethod = z.infer<typeof httpMethodSchema>;

/**
 * Name of the variable that receives a response: `X` creates `api_X`, `api_XStatus` and `X.field`.
 * Source: conversation-builder reference, section 1.4.
 */
export const responseVariableSchema = z
  .string()
  .min(1, 'Enter a response data variable name.')
  .max(64, 'Use at most 64 characters.')
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'Use letters, digits and underscores, and begin with a letter or underscore.');

/** One row of a header, parameter or form table. A row that is not enabled is kept but not sent. */
export const keyValueRowSchema = z.object({
  name: z.string().max(1_000, 'Use at most 1,000 characters.'),
  value: z.string().max(100_000, 'Use at most 100,000 characters.'),
  enabled: z.boolean().default(true),
  note: z.string().max(500, 'Use at most 500 characters.').default(''),
});
export type KeyValueRow = z.infer<typeof keyValueRowSchema>;

/** Rows of a header, parameter or form table, in sending order. */
export const keyValueRowsSchema = z.array(keyValueRowSchema).max(200, 'Use at most 200 rows.');

const bodyTextSchema = z.string().max(1_000_000, 'Use at most 1,000,000 characters.');

/** A part of a multipart body; a part with a file name is sent as a file with `value` as its text. */
export const multipartRowSchema = keyValueRowSchema.extend({
  fileName: z.string().max(255).default(''),
  contentType: z.string().max(255).default(''),
});
export type MultipartRow = z.infer<typeof multipartRowSchema>;

/** What is sent as the request's body. */
export const postBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('json'), text: bodyTextSchema }),
  z.object({ kind: z.literal('form'), rows: keyValueRowsSchema }),
  z.object({ kind: z.literal('multipart'), rows: z.array(multipartRowSchema).max(200, 'Use at most 200 rows.') }),
  z.object({ kind: z.literal('raw'), text: bodyTextSchema, contentType: z.string().max(255) }),
]);
export type PostBody = z.infer<typeof postBodySchema>;

/** A named value taken out of the response. Source: conversation-builder reference, section 1.6. */
export const customDataFieldSchema = z.object({
  key: z
    .string()
    .min(1, 'Enter a field name.')
    .max(100, 'Use at most 100 characters.')
    .regex(/^[^{}.\s]+$/, 'Use no blanks, dots or braces.'),
  /** `{$.api_X.items[i].title}`, the same without braces, a plain dotted path, or JSONPath beginning with `$`. */
  path: z.string().min(1, 'Enter a path.').max(2_000, 'Use at most 2,000 characters.'),
});
export type CustomDataField = z.infer<typeof customDataFieldSchema>;

/** Which status codes count as Success. `reference` is 200 and 201 (conversation-builder reference, section 1.3). */
export const successRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reference') }),
  z.object({ kind: z.literal('any-2xx') }),
  z.object({
    kind: z.literal('list'),
    statuses: z.array(z.number().int().min(100).max(599)).min(1, 'List at least one status code.').max(50),
  }),
]);
export type SuccessRule = z.infer<typeof successRuleSchema>;

/** How often and when a failed call is tried again, always within the timeout. */
export const retryRuleSchema = z.object({
  /** Further attempts after the first. */
  retryCountMax: z.number().int().min(0).max(5),
  /**
   * `idempotent`: retry GET, HEAD, OPTIONS, PUT and DELETE after a failure, other methods only when nothing was sent.
   * `every-method`: the designer vouches that repeating the call does no harm.
   */
  scope: z.enum(['idempotent', 'every-method']),
});
export type RetryRule = z.infer<typeof retryRuleSchema>;

/** Everything a designer says about one API integration. Source: conversation-builder reference, section 1.1. */
export const integrationDefinitionSchema = z.object({
  name: z.string().trim().min(1, 'Enter an integration name.').max(120, 'Use at most 120 characters.'),
  responseVariable: responseVariableSchema,
  description: z.string().max(2_000, 'Use at most 2,000 characters.').default(''),
  type: z.literal('API').default('API'),
  method: httpMethodSchema.default('GET'),
  /** Absolute `http://` or `https://` address; may hold variables anywhere, also at its beginning. */
  url: z
    .string()
    .trim()
    .min(1, 'Enter a URL.')
    .max(8_000, 'Use at most 8,000 characters.')
    .regex(/^(https?:\/\/|\{)/i, 'Begin with http:// or https://, or with a variable.'),
  credentialId: z.string().nullable().default(null),
  /** Send the two default headers of the reference, section 1.1. */
  useDefaultHeaders: z.boolean().default(true),
  headers: keyValueRowsSchema.default([]),
  parameters: keyValueRowsSchema.default([]),
  postBody: postBodySchema.default({ kind: 'none' }),
  transformScript: z.string().max(200_000, 'Use at most 200,000 characters.').default(''),
  customDataFields: z
    .array(customDataFieldSchema)
    .max(200, 'Use at most 200 fields.')
    .superRefine((fields, context) => {
      const firstIndexByKey = new Map<string, number>();
      fields.forEach((field, index) => {
        if (firstIndexByKey.has(field.key)) {
          context.addIssue({ code: 'custom', path: [index, 'key'], message: `“${field.key}” is already used above.` });
        } else firstIndexByKey.set(field.key, index);
      });
    })
    .default([]),
  /** Time for the whole call, retries included. */
  timeoutMs: z.number().int().min(1_000, 'Use at least 1 second.').max(120_000, 'Use at most 120 seconds.').default(20_000),
  retry: retryRuleSchema.default({ retryCountMax: 3, scope: 'idempotent' }),
  success: successRuleSchema.default({ kind: 'reference' }),
  responseBytesMax: z.number().int().min(1_024).max(50 * 1024 * 1024).default(5 * 1024 * 1024),
  /** Follow up to 5 redirects. */
  followRedirects: z.boolean().default(true),
});
export type IntegrationDefinition = z.infer<typeof integrationDefinitionSchema>;

/** Headers sent when “use default headers” is on. Source: conversation-builder reference, section 1.1. */
export const DEFAULT_HEADERS = [
  { name: 'Accept', value: 'application/json;charset=UTF-8' },
  { name: 'Content-Type', value: 'application/json;charset=UTF-8' },
] as const;

/** The variables that a response data variable name creates. Source: conversation-builder reference, section 1.4. */
export function toResolvedNames(responseVariable: string) {
  return {
    response: `api_${responseVariable}`,
    status: `api_${responseVariable}Status`,
    field: (key: string) => `${responseVariable}.${key}`,
    fieldCount: (key: string) => `${responseVariable}.${key}.count`,
  };
}
