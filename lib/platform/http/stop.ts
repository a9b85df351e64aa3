import type { ExchangeEnding, ExchangeOptions } from '@/lib/platform/http/exchange';

/** What can end an exchange from outside: its deadline and the caller's signal. */
export interface Stop {
  /** Set once one of the two has struck. */
  readonly ending: ExchangeEnding | null;
  /** What to add to `performance.now()` to get milliseconds since the run began. */
  readonly offsetMs: number;
  /** Calls `action` when one of the two strikes; replaces the action before. At once when it has struck already. */
  onStop(action: () => void): void;
  /** Lets go of timer and signal. */
  release(): void;
}

/** Starts the exchange's deadline and listens to its signal. */
export function createStop({ timeoutMs, signal, startMs = 0 }: ExchangeOptions): Stop {
  let ending: ExchangeEnding | null = null;
  let onStop: () => void = () => undefined;
  const strike = (struck: ExchangeEnding) => {
    ending ??= struck;
    onStop();
  };
  const cancel = () => strike({ kind: 'cancelled' });
  const expire = () => strike({ kind: 'timeout', timeoutMs });
  const timer = setTimeout(expire, Math.max(0, timeoutMs));
  if (timeoutMs <= 0) expire();
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted === true) cancel();
  return {
    get ending() {
      return ending;
    },
    offsetMs: startMs - performance.now(),
    onStop(action) {
      onStop = action;
      if (ending !== null) action();
    },
    release() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      onStop = () => undefined;
    },
  };
}
