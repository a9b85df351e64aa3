/** What sort of trouble a fault is; the HTTP edge maps each kind to a status. */
export type FaultKind =
  | 'invalid'
  | 'unauthenticated'
  | 'denied'
  | 'missing'
  | 'conflict'
  | 'limited'
  | 'upstream'
  | 'broken';

/** One thing wrong with an input: where (path from the root, numbers are indexes) and why. */
export interface FaultIssue {
  path: (string | number)[];
  message: string;
}

interface FaultDetails {
  /** Every single thing wrong, for `invalid`. */
  issues?: FaultIssue[];
  /** Further members for the caller, JSON-safe, for example who uses a thing that can't be deleted. */
  extra?: Record<string, unknown>;
  /** Seconds until a `limited` caller may try again. */
  retryAfterS?: number;
  cause?: unknown;
}

/**
 * Something that stops a use case, with a stable code for programs and a text for people.
 * Ordinary negative outcomes are values, not faults.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: FaultKind;
  /** `<concept>/<what-happened>`, for example `bot/not-found`. Never changes once published. */
  readonly code: string;
  readonly issues: FaultIssue[];
  readonly extra: Record<string, unknown>;
  readonly retryAfterS: number | undefined;

  /**
   * Frames kept of where a fault of a caller was thrown; undefined: as of every error. Servers keep none: such faults come in floods, nobody reads
   * their frames, and taking them down costs as much as reading the request did. Those of ours, `broken`, always have theirs.
   */
  static callersFrameCount: number | undefined;

  constructor(kind: FaultKind, code: string, message: string, details: FaultDetails = {}) {
    const frameCount = Error.stackTraceLimit;
    if (kind !== 'broken') Error.stackTraceLimit = Fault.callersFrameCount ?? frameCount;
    super(message, { cause: details.cause });
    Error.stackTraceLimit = frameCount;
    this.kind = kind;
    this.code = code;
    this.issues = details.issues ?? [];
    this.extra = details.extra ?? {};
    this.retryAfterS = details.retryAfterS;
  }
}
