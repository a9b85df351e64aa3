import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the called API saw it. */
export interface SeenCall {
  method: string;
  /** What the consumer had said. */
  said: string;
}

/** For tests: the API that the test bot calls. */
export interface CalledApi {
  origin: string;
  calls: SeenCall[];
  /** Answers from now on, or only those to such calls, wait until the function that this gives is called. */
  hold(which?: Partial<SeenCall>): () => void;
  /** Resolves when that many calls have come in. */
  whenCalled(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a port of its own. */
export async function startCalledApi(answerAfterMs = 0): Promise<CalledApi> {
  const calls: SeenCall[] = [];
  let held: { responses: ServerResponse[]; which: Partial<SeenCall> } | null = null;
  let watchers: { count: number; resolve: () => void }[] = [];
  const answer = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"answer"}');
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const said = request.method === 'GET' ? (new URL(request.url ?? '', 'http://x').searchParams.get('m') ?? '') : String((JSON.parse(body) as { m?: unknown }).m);
      const call: SeenCall = { method: request.method ?? '', said };
      calls.push(call);
      watchers = watchers.filter(({ count, resolve }) => calls.length < count || resolve());
      if (held && call.method === (held.which.method ?? call.method) && call.said === (held.which.said ?? call.said)) held.responses.push(response);
      else setTimeout(() => answer(response), answerAfterMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A listening TCP server's address is an object.
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    hold(which = {}) {
      const responses: ServerResponse[] = [];
      held = { responses, which };
      return () => {
        held = null;
        responses.forEach(answer);
      };
    },
    whenCalled: (count) => (calls.length >= count ? Promise.resolve() : new Promise((resolve) => watchers.push({ count, resolve }))),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
