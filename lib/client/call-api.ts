import { problemSchema, type Problem } from '@/lib/http/route/problem';
import type { RouteContract, RouteRequest, RouteResult } from '@/lib/http/route/route-contract';
import { sessionWatch } from '@/lib/client/session-watch';

/** The API refused or failed a call; `problem` says what happened and, for invalid input, where. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

interface CallOptions {
  signal?: AbortSignal;
  /** Lets the request outlive its page; its body may have 64 KiB then. */
  keepalive?: boolean;
}

/**
 * Calls one route of the HTTP API, typed by its contract.
 * @throws ApiProblem when the API answers with a problem, also `client/unreachable` when it does not answer at all
 */
export async function callApi<Contract extends RouteContract>(contract: Contract, request: RouteRequest<Contract>, options: CallOptions = {}): Promise<RouteResult<Contract>> {
  // The request's parts are optional by contract; here they are only written out.
  const { params, query, body } = request as { params?: Record<string, string>; query?: Record<string, string | number | boolean | undefined>; body?: unknown };
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const response = await send(`/api${path}${toQueryString(query)}`, {
    method: contract.method.toUpperCase(),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.keepalive ? { keepalive: true } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) {
    const problem = await readProblem(response);
    if (problem.code === 'session/required') sessionWatch.reportEnded();
    throw new ApiProblem(problem);
  }
  // The server shapes its answers by the same contract.
  return (response.status === 204 ? undefined : await response.json()) as RouteResult<Contract>;
}

function toQueryString(query: Record<string, string | number | boolean | undefined> | undefined): string {
  const entries = Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : '';
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(toLocalProblem(0, 'client/unreachable', 'Parley does not answer. Check your connection and that the server runs; what you entered is still here.'));
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : toLocalProblem(response.status, 'client/unreadable', `The server answered with status ${response.status} and no explanation. Try again; if it persists, look at the server log.`);
}

function toLocalProblem(status: number, code: string, detail: string): Problem {
  return { type: 'about:blank', title: 'Error', status, code, detail, requestId: '' };
}
