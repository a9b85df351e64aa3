'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';

/** Which intent or entity is open. */
export interface UnderstandingChoice {
  kind: 'intent' | 'entity';
  id: string;
}

/** The address of an intent or entity on the page of a bot. */
export function toUnderstandingHref(botId: string, { kind, id }: UnderstandingChoice): string {
  return `/bots/${encodeURIComponent(botId)}/understanding?${new URLSearchParams({ [kind]: id }).toString()}`;
}

/** Which intent or entity is open, also in the address (`?intent=…` or `?entity=…`). */
export function useUnderstandingChoice(): [UnderstandingChoice | null, (choice: UnderstandingChoice | null) => void] {
  const asked = useSearchParams();
  const [choice, setChoice] = useState(() => readChoice(asked));
  useEffect(() => setChoice(readChoice(asked)), [asked]);
  const choose = useCallback((next: UnderstandingChoice | null) => {
    setChoice(next);
    window.history.replaceState(null, '', next ? `?${new URLSearchParams({ [next.kind]: next.id }).toString()}` : window.location.pathname);
  }, []);
  return [choice, choose];
}

function readChoice(asked: URLSearchParams): UnderstandingChoice | null {
  const [intentId, entityId] = [asked.get('intent'), asked.get('entity')];
  if (intentId) return { kind: 'intent', id: intentId };
  return entityId ? { kind: 'entity', id: entityId } : null;
}
