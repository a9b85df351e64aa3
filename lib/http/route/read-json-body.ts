import type { Context } from 'hono';
import { Fault } from '@/lib/engine/fault';

/**
 * Reads a request's JSON body, counting bytes as they come.
 * @throws Fault `request/unsupported-media-type`, `request/too-large` or `request/invalid-json`
 */
export async function readJsonBody(context: Context, bytesMax: number): Promise<unknown> {
  const contentType = context.req.header('content-type') ?? '';
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw new Fault('invalid', 'request/unsupported-media-type', 'Send the body as JSON with the header Content-Type: application/json.');
  }
  const text = await readText(context.req.raw, bytesMax);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'not JSON';
    throw new Fault('invalid', 'request/invalid-json', `The request's body is not valid JSON: ${reason}.`, { cause });
  }
}

async function readText(request: Request, bytesMax: number): Promise<string> {
  const tooLarge = () => new Fault('invalid', 'request/too-large', `The request's body is larger than the ${bytesMax.toLocaleString('en')} bytes allowed here.`);
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > bytesMax) throw tooLarge();
  // A declared length is enforced by Node; only a chunked body must be counted.
  if (declared > 0 || request.body === null) return request.text();
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of request.body) {
    byteCount += chunk.byteLength;
    if (byteCount > bytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
