'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';

import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';

/**
 * Whether the consumer can see the messenger: it is open and its tab is in front. When they come back, what is new is marked. Only for
 * the thread on screen, before it notes what was seen: a second look would find everything read.
 */
export function useLooking(): boolean {
  const { actions } = useFrame();
  const isOpen = useMessengerState((state) => state.isOpen);
  const isVisible = useIsPageVisible();
  const isLooking = isOpen && isVisible;
  const wasLooking = useRef(isLooking);
  useEffect(() => {
    if (isLooking && !wasLooking.current) actions.markUnread();
    wasLooking.current = isLooking;
  }, [isLooking, actions]);
  return isLooking;
}

function useIsPageVisible(): boolean {
  return useSyncExternalStore(
    (listener) => {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
    () => document.visibilityState !== 'hidden',
    () => true,
  );
}
