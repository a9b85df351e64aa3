'use client';

import { useCallback, useSyncExternalStore } from 'react';

/**
 * Whether the window is narrower than `belowPx`, where panes stand one behind the other instead of side by side.
 * False on the server and until the browser has taken over; where CSS can tell (`max-md:`), let it.
 */
export function useIsNarrow(belowPx = 768): boolean {
  const query = `(max-width: ${belowPx - 0.02}px)`;
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
