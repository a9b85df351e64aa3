'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Whether a link was followed since the component appeared. A page that leads on by itself asks first: its own step would
 * otherwise overtake the one that the person chose, which may still be on its way.
 */
export function useFollowedLink(): RefObject<boolean> {
  const hasFollowed = useRef(false);
  useEffect(() => {
    const note = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a[href]')) hasFollowed.current = true;
    };
    document.addEventListener('click', note, { capture: true });
    return () => document.removeEventListener('click', note, { capture: true });
  }, []);
  return hasFollowed;
}
