import type { Context } from 'hono';
import { Fault } from '@/lib/engine/fault';
import { readBodyText } from './read-body';

/**
 * Reads a request's JSON body, counting bytes as they come.
 * @throws Fault `request/unsupported-media-type`, `request/too-large` or `request/invalid-json`
 */
export function readJsonBody(context: Context, bytesMax: number): Promise<unknown> {
  const contentType = context.req.header('content-type') ?? '';
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw new Fault('invalid', 'request/unsupported-media-type', 'Send the body as JSON with the header Content-Type: application/json.');
  }
  return readBodyText(context.req.raw, bytesMax).then(parseJson);
}

/** U+0000 written as an escape sequence: after an even number of backslashes. As itself it is no JSON. */
const ZERO_CHARACTER = /(?<!\\)(?:\\\\)*\\u0000/;

function parseJson(text: string): unknown {
  // PostgreSQL can't store it.
  if (ZERO_CHARACTER.test(text)) throw new Fault('invalid', 'request/invalid-json', 'The request’s body holds the character U+0000, which can’t be stored. Remove it.');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'not JSON';
    throw new Fault('invalid', 'request/invalid-json', `The request's body is not valid JSON: ${reason}.`, { cause });
  }
}
