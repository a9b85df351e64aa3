import type { Context } from 'hono';
import { Fault } from '@/lib/engine/fault';
import { readBodyText } from './read-body';

/**
 * Reads a request's JSON body, counting bytes as they come.
 * @throws Fault `request/unsupported-media-type`, `request/too-large`, `request/cut-off`, `request/not-utf-8` or `request/invalid-json`
 */
export function readJsonBody(context: Context, bytesMax: number): Promise<unknown> {
  const contentType = context.req.header('content-type') ?? '';
  if (contentType !== 'application/json' && !/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw new Fault('invalid', 'request/unsupported-media-type', 'Send the body as JSON with the header Content-Type: application/json.');
  }
  const encoding = context.req.header('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw new Fault('invalid', 'request/unsupported-media-type', `Send the body as it is: its Content-Encoding ${encoding.slice(0, 40)} is not understood here.`);
  }
  return readBodyText(context.req.raw, bytesMax).then(parseJson);
}

/** U+0000 written as an escape sequence: after an even number of backslashes. As itself it is no JSON. */
const ZERO_CHARACTER = /(?<!\\)(?:\\\\)*\\u0000/;

function parseJson(text: string): unknown {
  // PostgreSQL can't store it.
  if (text.includes('\\u0000') && ZERO_CHARACTER.test(text)) throw new Fault('invalid', 'request/invalid-json', 'The request’s body holds the character U+0000, which can’t be stored. Remove it.');
  const value = parse(text);
  if (isDeeperThan(value, DEPTH_MAX)) throw new Fault('invalid', 'request/invalid-json', `The request’s body nests lists and objects in more than ${DEPTH_MAX} levels.`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'not JSON';
    throw new Fault('invalid', 'request/invalid-json', `The request's body is not valid JSON: ${reason}.`, { cause });
  }
}

/** Far more than any body of ours has; everything that works through a value level by level, as schemas do, has room for it on the stack. */
const DEPTH_MAX = 100;

/** Goes down no further than asked for, so that its own stack holds whatever comes. */
function isDeeperThan(value: unknown, depthMax: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depthMax === 0) return true;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) if (isDeeperThan(inner, depthMax - 1)) return true;
  return false;
}
