'use client';

import { useEffect, useSyncExternalStore } from 'react';

const QUERY = '(prefers-color-scheme: dark)';

/** The scheme that a setting means on this device; the document takes it on. */
export function useColorScheme(setting: 'auto' | 'light' | 'dark'): 'light' | 'dark' {
  const isDarkWanted = useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches, () => false);
  const scheme = setting === 'auto' ? (isDarkWanted ? 'dark' : 'light') : setting;
  useEffect(() => {
    document.documentElement.classList.toggle('dark', scheme === 'dark');
  }, [scheme]);
  return scheme;
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
