'use client';

import { useEffect, useState } from 'react';

import { sessionWatch } from '@/lib/client/session-watch';

/** Whether the API has answered that nobody is signed in, until it is told that somebody is again. */
export function useSessionEnd(): { isEnded: boolean; forget: () => void } {
  const [isEnded, setIsEnded] = useState(false);
  useEffect(() => sessionWatch.subscribe(() => setIsEnded(true)), []);
  return { isEnded, forget: () => setIsEnded(false) };
}
