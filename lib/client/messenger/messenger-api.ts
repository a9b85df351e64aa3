import { messengerRoutes, type ContractOf, type MessengerRoute } from '@/lib/client/messenger/messenger-routes';
import { MessengerProblem, readProblem } from '@/lib/client/messenger/messenger-problem';
import type { RouteRequest, RouteResult } from '@/lib/http/route/route-contract';

/** Longest body of a request that may outlive its page. */
const LASTING_LENGTH_MAX = 60_000;

/** How a call goes out. */
export type CallOptions = {
  /** Null: without a session. */
  token: string | null;
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** Lets the request outlive its page, as far as browsers allow. */
  isLasting?: boolean;
};

type Parts = { params?: Record<string, string>; query?: Record<string, string | number | undefined>; body?: unknown };

/**
 * Calls a route of the messenger, typed by its contract.
 * @throws MessengerProblem
 */
export async function callMessenger<Name extends MessengerRoute>(name: Name, request: RouteRequest<ContractOf<Name>>, options: CallOptions): Promise<RouteResult<ContractOf<Name>>> {
  const response = await requestMessenger(name, request, options);
  // The server shapes its answers by the same contract.
  return (await response.json().catch(() => undefined)) as RouteResult<ContractOf<Name>>;
}

/** The same for answers that are no JSON: a stream, a file. */
export async function requestMessenger<Name extends MessengerRoute>(name: Name, request: RouteRequest<ContractOf<Name>>, { token, signal, headers, isLasting }: CallOptions): Promise<Response> {
  // The request's parts are optional by contract; here they are only written out.
  const { params, query, body } = request as Parts;
  const text = body === undefined ? null : JSON.stringify(body);
  const [method] = messengerRoutes[name];
  let response: Response;
  try {
    response = await fetch(toMessengerUrl(name, params, query), {
      method: method.toUpperCase(),
      headers: { ...authorization(token), ...(text === null ? null : { 'content-type': 'application/json' }), ...headers },
      body: text,
      signal: signal ?? null,
      keepalive: isLasting === true && (text?.length ?? 0) <= LASTING_LENGTH_MAX,
      // Consumers are known by their token alone; cookies of somebody who also works here don't belong to them.
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new MessengerProblem(0, 'client/unreachable', 'Nobody answers.');
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** The address of a route. */
export function toMessengerUrl(name: MessengerRoute, params: Parts['params'] = {}, query: Parts['query'] = {}): string {
  const path = messengerRoutes[name][1].replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const entries = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return `/api${path}${entries.length > 0 ? `?${new URLSearchParams(entries)}` : ''}`;
}

/** The header that tells who calls. */
export function authorization(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
