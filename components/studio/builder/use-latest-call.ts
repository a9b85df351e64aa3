'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same and always does what the newest one does, for children that are drawn anew only when they change. */
export function useLatestCall<Args extends unknown[], Result>(call: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
