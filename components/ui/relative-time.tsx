'use client';

import { useSyncExternalStore } from 'react';

import { Tooltip } from '@/components/ui/tooltip';
import { relativeTimeText } from '@/components/ui/relative-time-text';

/** Properties of `RelativeTime`. */
export type RelativeTimeProps = {
  /** An instant as ISO 8601 text, or milliseconds since 1970. */
  at: string | number;
  className?: string;
};

/**
 * How long ago something was, kept current every half minute, with the exact time on hover. The server, which knows neither
 * the reader's clock nor time zone, writes the day in UTC; the browser replaces it once it has taken over.
 */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useSyncExternalStore(subscribeToClock, readClock, () => null);
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return null;
  const iso = instant.toISOString();
  if (now === null) {
    return (
      <time dateTime={iso} className={className}>
        {iso.slice(0, 10)}
      </time>
    );
  }
  return (
    <Tooltip content={exactFormat.format(instant)}>
      <time dateTime={iso} className={className}>
        {relativeTimeText(instant.getTime(), now)}
      </time>
    </Tooltip>
  );
}

const exactFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

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
