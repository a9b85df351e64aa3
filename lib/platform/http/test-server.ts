import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { parseAllowList, type AllowList } from '@/lib/modules/workspace/outbound-allow.rules';

/** A request as a test server saw it. */
export interface SeenRequest {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** A real server on 127.0.0.1, for tests. */
export interface TestServer {
  port: number;
  /** `http://127.0.0.1:port`. */
  url: string;
  /** Allows just this server, by address and port. */
  allow: AllowList;
  seen: SeenRequest[];
  /** Connections accepted so far. */
  connectionCount(): number;
  close(): Promise<void>;
}

/** Starts a server that answers with `answer`, after the request's body was read. Also over TLS. */
export async function startTestServer(
  answer: (request: SeenRequest, response: http.ServerResponse) => void,
  tls?: https.ServerOptions,
): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const listener: http.RequestListener = (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(request);
      answer(request, response);
    });
  };
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  server.on('connection', (socket: Socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `listen` with a port gives an address object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    allow: parseAllowList(`127.0.0.1:${port}`).list,
    seen,
    connectionCount: () => connectionCount,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
