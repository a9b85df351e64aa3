import { toBackoffMs } from '@/lib/client/messenger/backoff';
import { readEventStream } from '@/lib/client/messenger/event-stream';
import type { MessengerEvent } from '@/lib/modules/messenger/messenger.schema';

/** `polling`: events don't get through, so that one asks again and again; `lost`: nobody answers. */
export type ConnectionStatus = 'idle' | 'connecting' | 'live' | 'polling' | 'lost';

/** What the live connection needs. */
export type LivePorts = {
  /** Asks for the stream, from where one is. Rejects when it is refused. */
  open: (signal: AbortSignal) => Promise<Response>;
  /** Asks once for what is new. */
  poll: (signal: AbortSignal) => Promise<void>;
  onEvent: (event: MessengerEvent) => void;
  onStatus: (status: ConnectionStatus) => void;
  /** How long things take; tests make them short. */
  times?: Partial<LiveTimes>;
};

/** In milliseconds. */
export type LiveTimes = { hello: number; silence: number; poll: number; streamAgain: number };

const defaultTimes: LiveTimes = {
  /** A stream that has not said hello by then is held back on its way. */
  hello: 6_000,
  /** The server says something every 20 s. */
  silence: 45_000,
  poll: 2_500,
  /** While polling, how long until a stream is tried again. */
  streamAgain: 90_000,
};

/** The connection over which news come. */
export type LiveConnection = {
  /** Connects, or connects anew, because what is watched has changed. */
  restart: () => void;
  stop: () => void;
  /** Tries at once instead of waiting, and looks whether a connection that seems alive still is. */
  wake: () => void;
};

/** Keeps a connection for news: reconnects by itself with growing pauses, and asks again and again where streams don't get through. */
export function createLiveConnection({ open, poll, onEvent, onStatus, times }: LivePorts): LiveConnection {
  const limits = { ...defaultTimes, ...times };
  let current: AbortController | null = null;
  let endPause: (() => void) | null = null;
  let lastSignAt = 0;

  function restart() {
    current?.abort();
    current = new AbortController();
    void keepUp(current.signal);
  }

  async function keepUp(signal: AbortSignal) {
    for (let tryCount = 0; !signal.aborted; ) {
      const outcome = await streamOnce(signal, tryCount === 0 ? 'connecting' : 'lost');
      if (signal.aborted) return;
      if (outcome === 'held-back' && (await pollForAWhile(signal))) continue;
      if (signal.aborted) return;
      if (outcome === 'was-live') tryCount = 0;
      onStatus('lost');
      await pause(toBackoffMs(tryCount, Math.random()), signal);
      tryCount += 1;
    }
  }

  async function streamOnce(signal: AbortSignal, statusMeanwhile: ConnectionStatus): Promise<'was-live' | 'held-back' | 'failed'> {
    onStatus(statusMeanwhile);
    const attempt = new AbortController();
    const abort = () => attempt.abort();
    signal.addEventListener('abort', abort);
    let isLive = false;
    let isHeldBack = false;
    let timer = setTimeout(() => {
      isHeldBack = true;
      attempt.abort();
    }, limits.hello);
    try {
      await readEventStream(await open(attempt.signal), {
        onSign() {
          lastSignAt = Date.now();
          clearTimeout(timer);
          timer = setTimeout(abort, limits.silence);
        },
        onEvent(event) {
          if (signal.aborted) return;
          if (event.kind === 'hello') {
            isLive = true;
            onStatus('live');
          }
          onEvent(event);
        },
      });
    } catch {
      // Why it ended makes no difference: what is missing is asked for again.
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      attempt.abort();
    }
    return isLive ? 'was-live' : isHeldBack ? 'held-back' : 'failed';
  }

  /** @returns false as soon as nobody answers that either */
  async function pollForAWhile(signal: AbortSignal): Promise<boolean> {
    for (const endAt = Date.now() + limits.streamAgain; Date.now() < endAt && !signal.aborted; ) {
      try {
        await poll(signal);
      } catch {
        return false;
      }
      if (!signal.aborted) onStatus('polling');
      await pause(limits.poll, signal);
    }
    return true;
  }

  function pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        endPause = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
      endPause = end;
    });
  }

  return {
    restart,
    stop() {
      current?.abort();
      current = null;
      onStatus('idle');
    },
    wake() {
      if (!current) return;
      if (endPause) endPause();
      else if (Date.now() - lastSignAt > limits.silence / 2) restart();
    },
  };
}
