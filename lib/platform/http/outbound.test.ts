import { createServer, type AddressInfo, type Socket } from 'node:net';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { parseAllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import { findHeader, type ExchangeOptions, type ExchangeRequest } from '@/lib/platform/http/exchange';
import { createOutbound, type OutboundSettings } from '@/lib/platform/http/outbound';
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from '@/lib/platform/http/test-certificate';
import { startTestServer, type TestServer } from '@/lib/platform/http/test-server';

const LOOPBACK = parseAllowList('127.0.0.0/8').list;
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serve(...input: Parameters<typeof startTestServer>): Promise<TestServer> {
  const server = await startTestServer(...input);
  cleanUps.push(() => server.close());
  return server;
}

/** A server below HTTP: gets the socket after the first bytes came in. */
async function serveRaw(answer: (socket: Socket, requestNumber: number) => void): Promise<string> {
  let requestCount = 0;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => answer(socket, (requestCount += 1)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  // `listen` with a port gives an address object, never a pipe's name.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function openDoor(settings: Partial<OutboundSettings> = {}) {
  const outbound = createOutbound({ version: '1.2.3', ...settings });
  cleanUps.push(() => outbound.close());
  return (request: Partial<ExchangeRequest>, options: Partial<ExchangeOptions> = {}) =>
    outbound.exchange(
      { method: 'GET', url: '', headers: [], body: null, ...request },
      { allow: LOOPBACK, timeoutMs: 10_000, responseBytesMax: 1_000_000, followRedirects: true, ...options },
    );
}

function toText(result: { kind: string; body?: Uint8Array }): string {
  return Buffer.from(result.body ?? []).toString('utf8');
}

describe('an exchange', () => {
  it('sends method, path, headers and body as given, and answers with everything received', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(201, 'Made', { 'X-Twice': ['a', 'b'], 'Content-Type': 'text/plain' }).end('grüß dich');
    });
    const result = await openDoor()({
      method: 'POST',
      url: `${server.url}/a%20b?c=d#e`,
      headers: [{ name: 'X-Name', value: 'café' }],
      body: '{"ü":1}',
    });
    expect(result).toMatchObject({ kind: 'response', status: 201, statusText: 'Made' });
    expect(toText(result)).toBe('grüß dich');
    expect(result.kind === 'response' && result.headers.filter(({ name }) => name === 'X-Twice').map(({ value }) => value)).toEqual(['a', 'b']);
    expect(server.seen[0]).toMatchObject({ method: 'POST', url: '/a%20b?c=d', body: '{"ü":1}' });
    expect(server.seen[0]?.headers).toMatchObject({ 'x-name': 'café', 'content-length': '8' });
  });

  it('names itself and what it can decompress, unless the request does', async () => {
    const server = await serve((_request, response) => response.end());
    const send = openDoor();
    await send({ url: server.url });
    await send({ url: server.url, headers: [{ name: 'user-agent', value: 'mine' }, { name: 'ACCEPT-ENCODING', value: 'identity' }] });
    expect(server.seen[0]?.headers).toMatchObject({ 'user-agent': 'Parley/1.2.3', 'accept-encoding': 'gzip, deflate, br' });
    expect(server.seen[1]?.headers).toMatchObject({ 'user-agent': 'mine', 'accept-encoding': 'identity' });
  });

  it('request smuggling: framing headers of the request are left out', async () => {
    const server = await serve((_request, response) => response.end());
    const names = ['Content-Length', 'Transfer-Encoding', 'Connection', 'Keep-Alive', 'Upgrade', 'Expect', 'TE', 'Trailer'];
    const headers = names.map((name) => ({ name, value: name === 'Content-Length' ? '999' : 'chunked' }));
    expect((await openDoor()({ method: 'POST', url: server.url, headers, body: 'abc' })).kind).toBe('response');
    expect(server.seen[0]).toMatchObject({ body: 'abc' });
    expect(server.seen[0]?.headers).not.toHaveProperty('transfer-encoding');
  });

  it.each([
    ['header injection', { headers: [{ name: 'X', value: 'a\r\nEvil: 1' }] }, 'headers'],
    ['a header name with a colon', { headers: [{ name: 'X: y', value: 'a' }] }, 'headers'],
    ['a header name with a line break', { headers: [{ name: 'X\r\nY', value: 'a' }] }, 'headers'],
    ['a character beyond Latin-1', { headers: [{ name: 'X', value: '漢' }] }, 'headers'],
    ['two hosts', { headers: [{ name: 'Host', value: 'a' }, { name: 'host', value: 'b' }] }, 'headers'],
    ['request line injection', { method: 'GET / HTTP/1.1\r\nX:' }, 'method'],
    ['a tunnel', { method: 'CONNECT' }, 'method'],
    ['no URL', { url: 'nowhere' }, 'url'],
  ])('%s is an invalid request, and nothing is sent', async (_name, request, field) => {
    const server = await serve((_request, response) => response.end());
    expect(await openDoor()({ url: server.url, ...request })).toMatchObject({ kind: 'invalid-request', field, hops: [] });
    expect(server.connectionCount()).toBe(0);
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
    ['identity', (body: string) => Buffer.from(body)],
    ['gzip, br', (body: string) => zlib.brotliCompressSync(zlib.gzipSync(body))],
  ])('undoes %s', async (encoding, compress) => {
    const server = await serve((_request, response) => response.setHeader('content-encoding', encoding).end(compress('plain again')));
    expect(toText(await openDoor()({ url: server.url }))).toBe('plain again');
  });

  it('leaves an answer without a body alone, whatever encoding it names', async () => {
    const server = await serve((_request, response) => response.setHeader('content-encoding', 'gzip').end());
    const send = openDoor();
    for (const method of ['HEAD', 'GET']) {
      const result = await send({ method, url: server.url });
      expect(result.kind === 'response' && result.body).toHaveLength(0);
    }
  });

  it('records its phases, and none of connecting on a reused connection', async () => {
    const server = await serve((_request, response) => response.end('x'));
    const send = openDoor({ lookup: async () => ['127.0.0.1'] });
    const first = await send({ url: `http://named.test:${server.port}/` }, { startMs: 5_000 });
    const second = await send({ url: `http://named.test:${server.port}/` });
    expect(first.hops[0]).toMatchObject({
      method: 'GET',
      status: 200,
      address: '127.0.0.1',
      timings: { dnsMs: expect.any(Number), connectMs: expect.any(Number), tlsMs: null, firstByteMs: expect.any(Number), downloadMs: expect.any(Number) },
    });
    expect(first.hops[0]?.startMs).toBeGreaterThanOrEqual(5_000);
    expect(second.hops[0]).toMatchObject({ address: '127.0.0.1', timings: { dnsMs: null, connectMs: null, tlsMs: null } });
    expect(server.connectionCount()).toBe(1);
  });

  it('runs many at once and keeps their connections', async () => {
    const server = await serve((request, response) => response.end(request.url));
    const send = openDoor();
    for (let round = 0; round < 2; round += 1) {
      const results = await Promise.all(Array.from({ length: 30 }, (_, index) => send({ url: `${server.url}/${index}` })));
      expect(results.map(toText)).toEqual(Array.from({ length: 30 }, (_, index) => `/${index}`));
    }
    expect(server.connectionCount()).toBe(30);
  });

  it('opens a new connection when the server closes each after its answer', async () => {
    const server = await serve((_request, response) => response.setHeader('connection', 'close').end('x'));
    const send = openDoor();
    for (let round = 0; round < 3; round += 1) expect((await send({ url: server.url })).kind).toBe('response');
    expect(server.connectionCount()).toBe(3);
  });

  it('waits for the answer after early hints', async () => {
    const url = await serveRaw((socket) =>
      socket.write('HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'),
    );
    expect(toText(await openDoor()({ url }))).toBe('ok');
  });
});

describe('limits', () => {
  it('a body that announces more than the limit is not read', async () => {
    const url = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n'));
    expect(await openDoor()({ url }, { responseBytesMax: 1_000 })).toMatchObject({ kind: 'response-too-large', bytesMax: 1_000 });
  });

  it('a body without end stops at the limit', async () => {
    const url = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const flood = () => {
        if (!socket.destroyed) socket.write(`400\r\n${'x'.repeat(1_024)}\r\n`, () => setImmediate(flood));
      };
      flood();
    });
    expect(await openDoor()({ url }, { responseBytesMax: 10_000 })).toMatchObject({ kind: 'response-too-large', bytesMax: 10_000 });
  });

  it('a body of exactly the limit is whole', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(1_000)));
    expect(toText(await openDoor()({ url: server.url }, { responseBytesMax: 1_000 }))).toHaveLength(1_000);
  });

  it.each([
    ['gzip', zlib.gzipSync(Buffer.alloc(50_000_000))],
    ['br', zlib.brotliCompressSync(Buffer.alloc(50_000_000), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['gzip, gzip', zlib.gzipSync(zlib.gzipSync(Buffer.alloc(50_000_000)))],
  ])('zip bomb: %s that unfolds beyond the limit is too large', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(100_000);
    const server = await serve((_request, response) => response.setHeader('content-encoding', encoding).end(bomb));
    expect(await openDoor()({ url: server.url }, { responseBytesMax: 1_000_000 })).toMatchObject({ kind: 'response-too-large' });
  });

  it('zip bomb: many layers are refused unopened', async () => {
    const server = await serve((_request, response) => response.setHeader('content-encoding', Array(40).fill('gzip').join()).end('x'));
    expect(await openDoor()({ url: server.url })).toMatchObject({ kind: 'connection-failed', code: 'BAD_CONTENT_ENCODING' });
  });

  it('stalled header: an answer that never begins times out', async () => {
    const url = await serveRaw(() => undefined);
    const result = await openDoor()({ url }, { timeoutMs: 50 });
    expect(result).toMatchObject({ kind: 'timeout', timeoutMs: 50, hops: [{ status: null, timings: { firstByteMs: null } }] });
  });

  it('stalled body: an answer that never ends times out', async () => {
    const url = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'));
    expect(await openDoor()({ url }, { timeoutMs: 50 })).toMatchObject({ kind: 'timeout', hops: [{ status: null }] });
  });

  it('a name server that never answers times out', async () => {
    const send = openDoor({ lookup: () => new Promise(() => undefined) });
    expect(await send({ url: 'http://slow.test/' }, { timeoutMs: 50 })).toMatchObject({ kind: 'timeout' });
  });

  it('the deadline covers all hops together', async () => {
    const server = await serve((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 40);
    });
    const result = await openDoor()({ url: server.url }, { timeoutMs: 100, redirectCountMax: 20 });
    expect(result.kind).toBe('timeout');
    expect(result.hops.length).toBeGreaterThan(1);
  });
});

describe('cancelling', () => {
  it('ends a call under way and closes its connection', async () => {
    const controller = new AbortController();
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const url = await serveRaw((socket) => {
      socket.on('close', closed);
      controller.abort();
    });
    expect(await openDoor()({ url }, { signal: controller.signal })).toMatchObject({ kind: 'cancelled', hops: [{ status: null }] });
    await isClosed;
  });

  it('sends nothing when it was cancelled before', async () => {
    const server = await serve((_request, response) => response.end());
    expect(await openDoor()({ url: server.url }, { signal: AbortSignal.abort() })).toMatchObject({ kind: 'cancelled', hops: [] });
    expect(server.connectionCount()).toBe(0);
  });

  it('afterwards harms neither the answer nor the kept connection', async () => {
    const server = await serve((_request, response) => response.end('x'));
    const send = openDoor();
    const controller = new AbortController();
    expect((await send({ url: server.url }, { signal: controller.signal })).kind).toBe('response');
    controller.abort();
    expect((await send({ url: server.url })).kind).toBe('response');
    expect(server.connectionCount()).toBe(1);
  });
});

describe('a failed connection', () => {
  it('refused: nothing was sent', async () => {
    const server = await startTestServer(() => undefined);
    await server.close();
    const result = await openDoor()({ url: server.url });
    expect(result).toMatchObject({ kind: 'connection-failed', code: 'ECONNREFUSED', sent: false });
    expect(result.kind === 'connection-failed' && result.reason).toContain(`Nothing listens on 127.0.0.1:${server.port}`);
  });

  it('unknown name: nothing was sent', async () => {
    const lookup = async () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    const result = await openDoor({ lookup })({ url: 'http://nowhere.test/' });
    expect(result).toMatchObject({ kind: 'connection-failed', code: 'ENOTFOUND', sent: false, hops: [{ status: null, address: null }] });
  });

  it('not accepted in time: nothing was sent', async () => {
    // TLS to a server that never answers: the handshake does not end.
    const url = await serveRaw(() => undefined);
    const result = await openDoor({ connectTimeoutMs: 50 })({ url: url.replace('http:', 'https:') });
    expect(result).toMatchObject({ kind: 'connection-failed', code: 'ETIMEDOUT', sent: false });
  });

  it('hung up before answering: the request may have been seen', async () => {
    const url = await serveRaw((socket) => socket.destroy());
    expect(await openDoor()({ url })).toMatchObject({ kind: 'connection-failed', code: 'UND_ERR_SOCKET', sent: true });
  });

  it('reset before answering: the request may have been seen', async () => {
    const url = await serveRaw((socket) => socket.resetAndDestroy());
    expect(await openDoor()({ url })).toMatchObject({ kind: 'connection-failed', code: 'ECONNRESET', sent: true });
  });

  it('hung up on a kept connection: said to be sent, because nobody can know', async () => {
    const url = await serveRaw((socket, requestNumber) => {
      if (requestNumber === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
      else socket.destroy();
    });
    const send = openDoor();
    expect((await send({ url })).kind).toBe('response');
    const second = await send({ method: 'POST', url, body: 'x' });
    expect(second).toMatchObject({ kind: 'connection-failed', sent: true, hops: [{ timings: { connectMs: null } }] });
  });

  it('a kept connection that the server closed while idle is not used again', async () => {
    let hangUp: () => void = () => undefined;
    const url = await serveRaw((socket, requestNumber) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n${requestNumber}`);
      hangUp = () => socket.destroy();
    });
    const send = openDoor();
    expect(toText(await send({ url }))).toBe('1');
    hangUp();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(toText(await send({ method: 'POST', url, body: 'x' }))).toBe('2');
  });

  it.each([
    ['cut off', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf', 'UND_ERR_SOCKET'],
    ['not HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'NOT_HTTP'],
    ['endless headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, 'UND_ERR_HEADERS_OVERFLOW'],
    ['damaged gzip', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope', 'BAD_CONTENT_ENCODING'],
  ])('%s', async (_name, answer, code) => {
    const url = await serveRaw((socket) => socket.end(answer));
    const result = await openDoor()({ url });
    expect(result).toMatchObject({ kind: 'connection-failed', code, sent: true });
    expect(result.kind === 'connection-failed' && result.reason).toMatch(/\.$/);
  });
});

describe('TLS', () => {
  const tls = { cert: TEST_CERTIFICATE, key: TEST_CERTIFICATE_KEY };
  const lookup = async () => ['127.0.0.1'];

  it('checks the certificate against the host name and records the handshake', async () => {
    const server = await serve((_request, response) => response.end('safe'), tls);
    const result = await openDoor({ lookup, ca: TEST_CERTIFICATE })({ url: `https://parley.test:${server.port}/` });
    expect(toText(result)).toBe('safe');
    expect(result.hops[0]?.timings).toMatchObject({ dnsMs: expect.any(Number), connectMs: expect.any(Number), tlsMs: expect.any(Number) });
  });

  it('a certificate that nobody vouches for ends the call before anything is sent', async () => {
    const server = await serve((_request, response) => response.end('safe'), tls);
    const result = await openDoor({ lookup })({ url: `https://parley.test:${server.port}/`, headers: [{ name: 'Authorization', value: 'secret' }] });
    expect(result).toMatchObject({ kind: 'connection-failed', code: 'DEPTH_ZERO_SELF_SIGNED_CERT', sent: false });
    expect(result.kind === 'connection-failed' && result.reason).toContain('was not issued by an authority');
    expect(server.seen).toEqual([]);
  });

  it('a certificate for another host ends the call before anything is sent', async () => {
    const server = await serve((_request, response) => response.end('safe'), tls);
    const result = await openDoor({ lookup, ca: TEST_CERTIFICATE })({ url: `https://other.test:${server.port}/` });
    expect(result).toMatchObject({ kind: 'connection-failed', code: 'ERR_TLS_CERT_ALTNAME_INVALID', sent: false });
    expect(server.seen).toEqual([]);
  });

  it('a plain server asked for https is explained', async () => {
    const server = await serve((_request, response) => response.end());
    const result = await openDoor()({ url: server.url.replace('http:', 'https:') });
    expect(result).toMatchObject({ kind: 'connection-failed', sent: false, reason: expect.stringContaining('speaks https') });
  });
});

describe('redirects', () => {
  it.each([
    ['POST', 301, 'GET'],
    ['POST', 302, 'GET'],
    ['POST', 303, 'GET'],
    ['PUT', 303, 'GET'],
    ['PUT', 301, 'PUT'],
    ['DELETE', 302, 'DELETE'],
    ['POST', 307, 'POST'],
    ['POST', 308, 'POST'],
    ['GET', 303, 'GET'],
    ['HEAD', 303, 'HEAD'],
  ])('%s after %i becomes %s, its body going or staying with it', async (method, status, nextMethod) => {
    const server = await serve((request, response) => {
      if (request.url === '/end') response.end('arrived');
      else response.writeHead(status, { location: '/end' }).end('moved');
    });
    const body = method === 'GET' || method === 'HEAD' ? null : '{}';
    const result = await openDoor()({ method, url: server.url, headers: [{ name: 'Content-Type', value: 'application/json' }], body });
    expect(result).toMatchObject({ kind: 'response', status: 200, hops: [{ status, method }, { status: 200, method: nextMethod }] });
    const keepsBody = method === nextMethod;
    expect(server.seen[1]).toMatchObject({ method: nextMethod, url: '/end', body: keepsBody ? (body ?? '') : '' });
    expect('content-type' in (server.seen[1]?.headers ?? {})).toBe(keepsBody);
  });

  it.each([200, 201, 300, 304, 305])('status %i is an answer, also with a Location', async (status) => {
    const server = await serve((_request, response) => response.writeHead(status, { location: '/end' }).end());
    expect(await openDoor()({ url: server.url })).toMatchObject({ kind: 'response', status });
  });

  it('a redirect without a Location is an answer', async () => {
    const server = await serve((_request, response) => response.writeHead(302).end('where to?'));
    const result = await openDoor()({ url: server.url });
    expect(result).toMatchObject({ kind: 'response', status: 302 });
    expect(toText(result)).toBe('where to?');
  });

  it('a redirect is an answer with its body when redirects are not followed', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '/end' }).end('moved'));
    const result = await openDoor()({ url: server.url }, { followRedirects: false });
    expect(result).toMatchObject({ kind: 'response', status: 302 });
    expect(toText(result)).toBe('moved');
  });

  it('a circle ends after the fifth', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { location: '/' }).end());
    const result = await openDoor()({ url: server.url });
    expect(result).toMatchObject({ kind: 'too-many-redirects', redirectCountMax: 5 });
    expect(result.hops).toHaveLength(6);
    expect(server.connectionCount()).toBe(1);
  });

  it('a redirect with a long body costs its connection, not the call', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/end') response.end('arrived');
      else response.writeHead(302, { location: '/end' }).end('x'.repeat(200_000));
    });
    expect(toText(await openDoor()({ url: server.url }, { responseBytesMax: 1_000 }))).toBe('arrived');
  });

  const secrets = [
    { name: 'Authorization', value: 'secret' },
    { name: 'cookie', value: 'secret' },
    { name: 'Proxy-Authorization', value: 'secret' },
    { name: 'X-Api-Key', value: 'secret' },
    { name: 'X-Harmless', value: 'fine' },
  ];

  it('credential theft: another origin gets no credentials, not even when it sends the call back', async () => {
    const home = await serve((request, response) => {
      if (request.url === '/back') response.end('home');
      else response.writeHead(307, { location: `${away.url}/` }).end();
    });
    const away: TestServer = await serve((_request, response) => response.writeHead(307, { location: `${home.url}/back` }).end());
    await openDoor()({ url: home.url, headers: secrets }, { secretHeaderNames: ['x-api-key'] });
    expect(home.seen[0]?.headers).toMatchObject({ authorization: 'secret', cookie: 'secret', 'x-api-key': 'secret' });
    for (const headers of [away.seen[0]?.headers, home.seen[1]?.headers]) {
      expect(headers).toMatchObject({ 'x-harmless': 'fine' });
      expect(Object.values(headers ?? {})).not.toContain('secret');
    }
  });

  it('the same origin keeps them', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/end') response.end();
      else response.writeHead(302, { location: '/end' }).end();
    });
    await openDoor()({ url: server.url, headers: secrets }, { secretHeaderNames: ['x-api-key'] });
    expect(server.seen[1]?.headers).toMatchObject({ authorization: 'secret', 'x-api-key': 'secret' });
  });

  it('a later hop that fails does not mean that nothing was sent', async () => {
    const gone = await startTestServer(() => undefined);
    await gone.close();
    const server = await serve((_request, response) => response.writeHead(307, { location: gone.url }).end());
    const result = await openDoor()({ method: 'POST', url: server.url, body: 'x' });
    expect(result).toMatchObject({ kind: 'connection-failed', code: 'ECONNREFUSED', sent: true });
  });
});

describe('closing the door', () => {
  it('lets a call under way finish and keeps no connection', async () => {
    let answer: () => void = () => undefined;
    const server = await serve((_request, response) => (answer = () => response.end('late')));
    const outbound = createOutbound({ version: '0' });
    const call = outbound.exchange(
      { method: 'GET', url: server.url, headers: [], body: null },
      { allow: LOOPBACK, timeoutMs: 5_000, responseBytesMax: 1_000, followRedirects: true },
    );
    await expect.poll(() => server.seen.length).toBe(1);
    outbound.close();
    answer();
    const result = await call;
    expect(toText(result)).toBe('late');
    expect(result.kind === 'response' && findHeader(result.headers, 'DATE')).not.toBeNull();
  });
});
