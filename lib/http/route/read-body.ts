import { Fault } from '@/lib/engine/fault';

/**
 * A request's body as text, at most `bytesMax` long, without the mark that some editors begin UTF-8 with.
 * @throws Fault `request/too-large`, `request/cut-off`, `request/not-utf-8`
 */
export function readBodyText(request: Request, bytesMax: number): Promise<string> {
  return readBytes(request, bytesMax).then(decode);
}

/**
 * A request's body as it is, at most `bytesMax` long.
 * @throws Fault `request/too-large`, `request/cut-off`
 */
export async function readBodyBytes(request: Request, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readBytes(request, bytesMax));
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Letters of another encoding would become `�` otherwise, and nobody would know. */
function decode(bytes: ArrayBuffer | Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new Fault('invalid', 'request/not-utf-8', 'The request’s body is not UTF-8. Encode it as UTF-8, whatever its Content-Type says.', { cause });
  }
}

function readBytes(request: Request, bytesMax: number): Promise<ArrayBuffer | Buffer> {
  // A declared length is enforced by Node; only a chunked body must be counted.
  const reading = isLengthDeclared(request, bytesMax) || request.body === null ? request.arrayBuffer() : collect(request.body, bytesMax);
  return reading.catch((cause: unknown) => {
    // Whoever hangs up is no trouble of ours, and nobody reads the answer.
    throw cause instanceof Fault ? cause : new Fault('invalid', 'request/cut-off', 'The connection ended before all of the request’s body had come. Send it again.', { cause });
  });
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
