'use client';

import { useEffect, useEffectEvent } from 'react';

import { forgetDraft, keepDraft, type KeptDraft } from '@/components/studio/designer/draft/draft-memory';

const KEEP_DELAY_MS = 300;

/**
 * Keeps unsaved changes in the browser tab, so that a reload or an ended session loses nothing, and forgets them once
 * they are saved (`kept` is null) or the page is left, which `useUnsavedGuard` asks about first.
 */
export function useDraftMemory(key: string, kept: KeptDraft | null): void {
  const readNewest = useEffectEvent(() => kept);

  useEffect(() => {
    if (kept === null) {
      forgetDraft(key);
      return;
    }
    const timer = setTimeout(() => keepDraft(key, kept), KEEP_DELAY_MS);
    return () => clearTimeout(timer);
  }, [key, kept]);

  useEffect(() => {
    const path = window.location.pathname;
    const keepNow = () => {
      const newest = readNewest();
      if (newest) keepDraft(key, newest);
    };
    // The last keystrokes before a reload are still waiting for their turn.
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      // The address changes just after the page has gone; where it doesn't, the page broke and will want its draft back.
      setTimeout(() => {
        if (window.location.pathname !== path) forgetDraft(key);
      });
    };
  }, [key]);
}

