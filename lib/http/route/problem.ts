import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { Fault, type FaultIssue, type FaultKind } from '@/lib/engine/fault';

/** Media type of problem documents. Source: RFC 9457, section 3. */
export const PROBLEM_CONTENT_TYPE = 'application/problem+json';

/** An error answer. Source: RFC 9457; `code`, `requestId` and `issues` are ours. */
export const problemSchema = z.looseObject({
  type: z.string().describe('Always about:blank; `code` tells the kind of problem.'),
  title: z.string().describe('The status in words.'),
  status: z.int(),
  detail: z.string().describe('What happened, why, and what to do.'),
  code: z.string().describe('Stable name of the problem, for example bot/not-found.'),
  requestId: z.string().describe('The same id stands in the server log.'),
  issues: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
    .optional()
    .describe('For invalid input: each thing wrong, with its place.'),
});
export type Problem = z.infer<typeof problemSchema>;

const STATUS_BY_KIND: Record<FaultKind, ContentfulStatusCode> = {
  invalid: 400,
  unauthenticated: 401,
  denied: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
  upstream: 502,
  broken: 500,
};

const TITLE_BY_STATUS: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not accepted',
  429: 'Too many requests',
  500: 'Internal error',
  502: 'Upstream failed',
  503: 'Not ready',
};

/** Codes whose status is not that of their kind. */
const STATUS_BY_CODE: Record<string, ContentfulStatusCode> = {
  'request/method-not-allowed': 405,
  'request/too-large': 413,
  'request/unsupported-media-type': 415,
  'web-view/variable-not-allowed': 422,
  'web-view/key-reused': 422,
  'ready/database-unreachable': 503,
};

/** The HTTP status of a fault. */
export function toStatus(fault: Fault): ContentfulStatusCode {
  return STATUS_BY_CODE[fault.code] ?? STATUS_BY_KIND[fault.kind];
}

/** The problem document of a fault. */
export function toProblem(fault: Fault, requestId: string): Problem {
  const status = toStatus(fault);
  const problem: Problem = { type: 'about:blank', title: TITLE_BY_STATUS[status] ?? 'Error', status, detail: fault.message, code: fault.code, requestId };
  if (fault.issues.length > 0) problem.issues = fault.issues;
  return Object.assign(problem, fault.extra);
}

/** The fault for input that a schema refused: names every field and reason. */
export function toInvalidInput(error: z.ZodError, part: 'body' | 'query' | 'path'): Fault {
  const issues: FaultIssue[] = error.issues.map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
    message: issue.message,
  }));
  const first = issues[0];
  const place = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  return new Fault('invalid', `request/invalid-${part}`, `The request's ${part} is not valid. ${place}${first?.message ?? ''}`.trim(), { issues });
}
