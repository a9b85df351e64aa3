'use client';

import { useSyncExternalStore } from 'react';

/** The time in milliseconds since 1970, kept current every half minute; null on the server and until the browser has taken over. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribeToClock, readClock, () => null);
}

// One clock for all, so that a list of a thousand rows has one timer. It ticks in whole half minutes to be the same for every reader of a render.
const tickMs = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let clockNow = 0;

function subscribeToClock(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    clockNow = Date.now();
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// Something made after the last tick must not seem to lie in the future.
function readClock(): number {
  const now = Date.now();
  if (now - clockNow >= tickMs) clockNow = now;
  return clockNow;
}
