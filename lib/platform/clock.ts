/** Time as an input: the real one in production, a hand-moved one in tests. */
export interface Clock {
  /** Milliseconds since 1970, with fractions. */
  nowMs(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** How far the wall clock may run away from the steady one before we follow it. */
const WALL_CLOCK_DRIFT_MAX_MS = 100;

let anchorMs = performance.timeOrigin;

/** The machine's clock. Steady to a fraction of a millisecond, and follows the wall clock when that was set anew. */
export const systemClock: Clock = {
  nowMs() {
    const steadyMs = performance.now();
    const wallMs = Date.now();
    if (Math.abs(anchorMs + steadyMs - wallMs) > WALL_CLOCK_DRIFT_MAX_MS) anchorMs = wallMs - steadyMs;
    return anchorMs + steadyMs;
  },
  sleep(ms, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop, { once: true });
    });
  },
};
