'use client';

import { useSyncExternalStore } from 'react';

/** Whether the person sits before an Apple machine, whose keys have other names. False on the server and until the browser has taken over. */
export function useIsApple(): boolean {
  return useSyncExternalStore(subscribeToNothing, isApplePlatform, () => false);
}

/** The same, for event handlers. Browser only. */
export function isApplePlatform(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}

function subscribeToNothing(): () => void {
  return () => undefined;
}
