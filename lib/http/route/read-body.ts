import { Fault } from '@/lib/engine/fault';

/**
 * A request's body as text, at most `bytesMax` long.
 * @throws Fault `request/too-large`
 */
export function readBodyText(request: Request, bytesMax: number): Promise<string> {
  // A declared length is enforced by Node; only a chunked body must be counted.
  if (isLengthDeclared(request, bytesMax) || request.body === null) return request.text();
  return collect(request.body, bytesMax).then((bytes) => bytes.toString('utf8'));
}

/**
 * A request's body as it is, at most `bytesMax` long.
 * @throws Fault `request/too-large`
 */
export async function readBodyBytes(request: Request, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  if (isLengthDeclared(request, bytesMax) || request.body === null) return new Uint8Array(await request.arrayBuffer());
  return new Uint8Array(await collect(request.body, bytesMax));
}

function isLengthDeclared(request: Request, bytesMax: number): boolean {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > bytesMax) throw tooLarge(bytesMax);
  return declared > 0;
}

async function collect(body: NonNullable<Request['body']>, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of body) {
    byteCount += chunk.byteLength;
    if (byteCount > bytesMax) throw tooLarge(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(bytesMax: number): Fault {
  return new Fault('invalid', 'request/too-large', `The request's body is larger than the ${bytesMax.toLocaleString('en')} bytes allowed here.`);
}
