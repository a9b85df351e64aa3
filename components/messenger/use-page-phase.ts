'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Asks whether a page allows to be shown in a frame of ours; `failing`: its server reports an error; `unknown`: it could not be asked. Never rejects. */
export type PageCheck = (url: string) => Promise<'allowed' | 'refused' | 'failing' | 'unknown'>;

/** Where a page is on its way into sight. `failing`: it is there, but its server has reported an error. */
export type PagePhase = 'checking' | 'loading' | 'loaded' | 'failing' | 'late' | 'refused' | 'no-address';

/** A page that does not answer for so long is taken for gone. */
const LOAD_MS_MAX = 20_000;
/** The page need not wait longer for the answer whether it may be shown; a slow one takes long enough by itself. */
const CHECK_MS_MAX = 1_500;

/** Follows a page from the question whether it may be shown to its being there. Give the component a key per page. */
export function usePagePhase(url: string | null, check: PageCheck | undefined): { phase: PagePhase; noteLoaded: () => void } {
  const [phase, setPhase] = useState<PagePhase>(url === null ? 'no-address' : check ? 'checking' : 'loading');
  const [isFailing, setIsFailing] = useState(false);
  const askOnce = useRef(check);

  useEffect(() => {
    const ask = askOnce.current;
    if (url === null || !ask) return;
    let isCurrent = true;
    const decide = (isRefused: boolean) => (isCurrent ? setPhase((before) => (isRefused ? 'refused' : before === 'checking' ? 'loading' : before)) : undefined);
    const timer = setTimeout(() => decide(false), CHECK_MS_MAX);
    void ask(url).then((framing) => {
      decide(framing === 'refused');
      if (isCurrent) setIsFailing(framing === 'failing');
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [url]);

  useEffect(() => {
    if (phase !== 'loading') return;
    const timer = setTimeout(() => setPhase('late'), LOAD_MS_MAX);
    return () => clearTimeout(timer);
  }, [phase]);

  const noteLoaded = useCallback(() => setPhase((before) => (before === 'refused' ? before : 'loaded')), []);
  return { phase: phase === 'loaded' && isFailing ? 'failing' : phase, noteLoaded };
}
