'use client';

import { useEffect } from 'react';

import type { DraftSession } from '@/components/studio/draft/draft-session';
import { isEverythingSaved } from '@/components/studio/draft/draft-sessions';

const FOLLOW_EVERY_MS = 3_000;

/**
 * While the bot is on screen: takes in what others save, sends what is unsaved when the window is left or the connection is
 * back, and lets the browser ask before a window with unsaved changes is closed.
 */
export function useDraftFollow(session: DraftSession | null): void {
  useEffect(() => {
    if (!session) return undefined;
    // A failed look is no news; the next one follows soon, and saving says itself when the server is away.
    const look = () => {
      if (document.visibilityState === 'visible') void session.follow().catch(() => undefined);
    };
    const timer = setInterval(look, FOLLOW_EVERY_MS);
    const leave = () => {
      if (document.visibilityState === 'hidden') void session.flush();
      else look();
    };
    const send = () => void session.flush();
    const guard = (event: BeforeUnloadEvent) => {
      if (!isEverythingSaved()) event.preventDefault();
    };
    look();
    window.addEventListener('focus', look);
    window.addEventListener('online', send);
    window.addEventListener('pagehide', send);
    window.addEventListener('beforeunload', guard);
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      window.removeEventListener('online', send);
      window.removeEventListener('pagehide', send);
      window.removeEventListener('beforeunload', guard);
      document.removeEventListener('visibilitychange', leave);
      send();
    };
  }, [session]);
}
