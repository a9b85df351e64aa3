import type { FrameMessage, LoaderMessage, Marked } from './frame-protocol';
import { LoaderError } from './warn';

type Call = Extract<LoaderMessage, { callId: number }>;
/** A call of the site, before it has its number. */
export type CallBody = Call extends infer Each ? (Each extends Call ? Omit<Each, 'callId'> : never) : never;
type Init = Extract<LoaderMessage, { kind: 'init' }>;

interface PendingCall {
  message: Call;
  resolve(value: unknown): void;
  reject(error: LoaderError): void;
  /** The time that is left for the answer; undefined while there is no limit. */
  timer?: ReturnType<typeof setTimeout>;
}

/** The conversation with the frame. */
export interface FrameLink {
  /** Told to the frame if it listens. */
  tell(message: Extract<LoaderMessage, { kind: 'visibility' | 'token-changed' }>): void;
  /** Answered by the frame; waits until it listens. */
  call(body: CallBody): Promise<unknown>;
  /** Nobody will answer: refuses what waits and what comes. */
  giveUp(reason: string): void;
}

/** Longest that a call waits for its answer once the frame listens. */
const ANSWER_TIMEOUT_MS = 30_000;

/**
 * Talks to the frame by `postMessage`, with its own window and origin only. A frame that loads anew (its element was moved) says hello again; what
 * was not answered is told again then, but for new conversations, which would begin twice.
 */
export function createFrameLink({ origin, frame, init, hear }: { origin: string; frame: HTMLIFrameElement; init: () => Init; hear: (message: FrameMessage) => void }): FrameLink {
  const pending = new Map<number, PendingCall>();
  let isListening = false;
  let isGivenUp: string | null = null;
  let lastCallId = 0;

  const post = (message: LoaderMessage) => frame.contentWindow?.postMessage({ ...message, parley: 1 } satisfies Marked<LoaderMessage>, origin);

  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== origin || event.source === null || event.source !== frame.contentWindow) return;
    const message = event.data as Partial<Marked<FrameMessage>> | null;
    if (message?.parley !== 1 || message.kind === undefined) return;
    // Marked and from Parley's own page, whose build is of the same version.
    const heard = message as FrameMessage;
    if (heard.kind === 'hello') greet();
    else if (heard.kind === 'result') settle(heard);
    else if (heard.kind === 'undecided') clearTimeout(pending.get(heard.callId)?.timer);
    else hear(heard);
  });

  function greet(): void {
    const isFirst = !isListening;
    isListening = true;
    isGivenUp = null;
    post(init());
    for (const { message } of pending.values()) if (isFirst || message.kind !== 'start-conversation') post(message);
    if (isFirst) for (const callId of pending.keys()) expire(callId);
  }

  function settle({ callId, problem, value }: Extract<FrameMessage, { kind: 'result' }>): void {
    const call = take(callId);
    if (problem) call?.reject(new LoaderError(problem.code, problem.message));
    else call?.resolve(value);
  }

  function expire(callId: number): void {
    const call = pending.get(callId);
    if (call) call.timer = setTimeout(() => refuse(callId, new LoaderError('messenger/no-answer', 'The messenger did not answer in time.')), ANSWER_TIMEOUT_MS);
  }

  function take(callId: number): PendingCall | undefined {
    const call = pending.get(callId);
    clearTimeout(call?.timer);
    pending.delete(callId);
    return call;
  }

  function refuse(callId: number, error: LoaderError): void {
    take(callId)?.reject(error);
  }

  return {
    tell: (message) => void (isListening && post(message)),
    call: (body) =>
      new Promise((resolve, reject) => {
        if (isGivenUp !== null) return reject(new LoaderError('messenger/unavailable', isGivenUp));
        // The rest of the message belongs to its kind as before.
        const message = { ...body, callId: ++lastCallId } as Call;
        pending.set(message.callId, { message, resolve, reject });
        if (!isListening) return;
        post(message);
        expire(message.callId);
      }),
    giveUp: (reason) => {
      isGivenUp = reason;
      for (const callId of [...pending.keys()]) refuse(callId, new LoaderError('messenger/unavailable', reason));
    },
  };
}
