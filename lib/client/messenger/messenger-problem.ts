/** Code of a call whose visitor has signed out, or become another one, before its answer came. Nobody is to see that answer. */
export const VISITOR_LEFT = 'client/visitor-left';

/** A call of the messenger that was refused or failed. Code `client/unreachable` with status 0: nobody answered. */
export class MessengerProblem extends Error {
  override readonly name = 'MessengerProblem';

  /** How long to wait before the next try, where the server says so. */
  retryAfterMs: number | null = null;
  /** Extensions of files that would be taken, where a file was refused for its type. */
  acceptedTypes: readonly string[] | null = null;

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** Whether the same call may do better a little later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** Reads why a call was refused. */
export async function readProblem(response: Response): Promise<MessengerProblem> {
  const answer = (await response.json().catch(() => null)) as { code?: unknown; detail?: unknown } | null;
  const code = typeof answer?.code === 'string' ? answer.code : 'client/unreadable';
  const detail = typeof answer?.detail === 'string' ? answer.detail : `The server answered with status ${response.status}.`;
  return Object.assign(new MessengerProblem(response.status, code, detail), { retryAfterMs: toWaitMs(response.headers.get('retry-after')) });
}

function toWaitMs(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
