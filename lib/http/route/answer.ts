import type { Context } from 'hono';
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status';
import type { ApiEnv } from './api-context';

/** What an answer has besides its body. */
interface AnswerHead {
  /** Default 200. */
  status?: StatusCode;
  headers?: Record<string, string>;
}

/**
 * The answer to a request, with the headers that it has whatever comes of it. Headers stay one plain record until they are written: a `Headers`
 * object would cost a tenth of a short request, and so does copying records.
 */
export function answer(context: Context<ApiEnv>, body: string | null, { status = 200, headers }: AnswerHead = {}): Response {
  return new Response(body, { status, headers: Object.assign(context.get('headers') ?? {}, headers) });
}

/** As `answer`, with JSON. */
export function answerJson(context: Context<ApiEnv>, value: unknown, status: ContentfulStatusCode = 200): Response {
  return answer(context, JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });
}
