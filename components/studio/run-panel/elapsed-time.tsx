'use client';

import { useEffect, useState } from 'react';

/** The time since `sinceMs`, running. Hidden from screen readers, which would read every tick. */
export function ElapsedTime({ sinceMs }: { sinceMs: number }) {
  const [nowMs, setNowMs] = useState(sinceMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  const elapsedMs = Math.max(0, nowMs - sinceMs);
  return (
    <span aria-hidden className="tabular-nums">
      {(elapsedMs / 1_000).toFixed(1)} s
    </span>
  );
}
