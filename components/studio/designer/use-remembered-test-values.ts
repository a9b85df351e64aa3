'use client';

import { useEffect, useEffectEvent, useRef } from 'react';

import { useSaveTestValues } from '@/lib/client/use-integration';
import type { Integration, TestValues } from '@/lib/modules/integration/integration.contract';

const SAVE_DELAY_MS = 800;

/**
 * Remembers test values with the saved integration, a moment after the last change. They are a convenience and no part
 * of what is saved with ⌘S; a failure is silent, since the values stay on screen and go along with the next change.
 */
export function useRememberedTestValues(stored: Integration | null, place: { botId: string; integrationId: string }, testValues: TestValues): void {
  const { mutate } = useSaveTestValues(place.botId, place.integrationId);
  const remembered = useRef(testValues);
  const isSaved = stored !== null;
  const save = useEffectEvent(() => {
    if (!isSaved || remembered.current === testValues) return;
    remembered.current = testValues;
    mutate(testValues);
  });

  useEffect(() => {
    const timer = setTimeout(save, SAVE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [isSaved, testValues]);

  // Whoever leaves at once has changed them too.
  useEffect(() => save, []);
}
