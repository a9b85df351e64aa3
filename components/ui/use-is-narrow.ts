'use client';

import { useSyncExternalStore } from 'react';

/**
 * Whether the window is under 768 px wide, where panes stand one behind the other instead of side by side.
 * False on the server and until the browser has taken over; where CSS can tell (`max-md:`), let it.
 */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribeToWidth, readIsNarrow, () => false);
}

const query = '(max-width: 767.98px)';

function readIsNarrow(): boolean {
  return window.matchMedia(query).matches;
}

function subscribeToWidth(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
