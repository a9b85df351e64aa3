import { ApiProblem } from '@/lib/client/call-api';

/** How a try to sign in ended. */
export type SignInOutcome =
  | { kind: 'signed-in' }
  | { kind: 'refused' }
  /** Wait this long before the next try, in seconds. */
  | { kind: 'too-many-tries'; retryAfterS: number };

/**
 * Signs in by email and password; the answer sets the session cookie.
 * @throws ApiProblem when the server does not answer or fails
 */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const response = await post('/api/auth/sign-in/email', { email, password });
  if (response.ok) return { kind: 'signed-in' };
  if (response.status === 429) return { kind: 'too-many-tries', retryAfterS: readRetryAfter(response.headers) };
  if (response.status === 400 || response.status === 401) return { kind: 'refused' };
  throw failedWith(response.status);
}

/**
 * Ends the session of this browser.
 * @throws ApiProblem when the server does not answer or fails
 */
export async function signOut(): Promise<void> {
  const response = await post('/api/auth/sign-out', {});
  if (!response.ok) throw failedWith(response.status);
}

async function post(path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    throw toProblem(0, 'client/unreachable', 'Parley does not answer. Check your connection and that the server runs, then try again.');
  }
}

function readRetryAfter(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 60;
}

function failedWith(status: number): ApiProblem {
  if (status === 403) {
    return toProblem(status, 'client/refused-origin', 'The server takes this page for another site’s, because it is reached by another address than it knows. Open Parley at the address it printed when it started, or at its PUBLIC_URL.');
  }
  return toProblem(status, 'client/unreadable', `The server answered with status ${status}. Try again; if it persists, look at the server’s log.`);
}

function toProblem(status: number, code: string, detail: string): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title: 'Error', status, code, detail, requestId: '' });
}
