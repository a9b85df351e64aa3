'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

/** Asks whether a page allows to be shown in a frame of ours; `unknown` when the page could not be asked. Never rejects. */
export type PageCheck = (url: string) => Promise<'allowed' | 'refused' | 'unknown'>;

/** Where a page is on its way into sight. */
export type PagePhase = 'checking' | 'loading' | 'loaded' | 'late' | 'refused' | 'no-address';

/** A page that does not answer for so long is taken for gone. */
const LOAD_MS_MAX = 20_000;
/** The page need not wait longer for the answer whether it may be shown. */
const CHECK_MS_MAX = 4_000;

/** Follows a page from the question whether it may be shown to its being there. Give the component a key per page. */
export function usePagePhase(url: string | null, check: PageCheck | undefined): { phase: PagePhase; noteLoaded: () => void } {
  const [phase, setPhase] = useState<PagePhase>(url === null ? 'no-address' : check ? 'checking' : 'loading');
  const askOnce = useRef(check);

  useEffect(() => {
    const ask = askOnce.current;
    if (url === null || !ask) return;
    let isCurrent = true;
    const decide = (isRefused: boolean) => (isCurrent ? setPhase((before) => (isRefused ? 'refused' : before === 'checking' ? 'loading' : before)) : undefined);
    const timer = setTimeout(() => decide(false), CHECK_MS_MAX);
    void ask(url).then((framing) => decide(framing === 'refused'));
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
  return { phase, noteLoaded };
}
