'use client';

import { useSyncExternalStore } from 'react';

/** The address under which this Parley is open, for example `https://parley.example.com`; empty until the browser has taken over. */
export function useOrigin(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => window.location.origin,
    () => '',
  );
}
