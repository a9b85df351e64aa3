'use client';

import { useEffect, useState } from 'react';

import type { ShownMessage } from '@/components/messenger/group-messages';

/** What a messenger shows of a conversation at this moment. */
export type PacedMessages<Shown extends ShownMessage> = {
  shown: readonly Shown[];
  /** Whether a message that has come is held back for its delay. */
  isHolding: boolean;
};

/**
 * Shows messages one after another, each after its `delayMs` with typing before it.
 * @param messages of one conversation, in order; give the component `key={conversationId}`
 * @param isHistory whether what there is at first has been shown before and appears at once
 */
export function usePacedMessages<Shown extends ShownMessage>(messages: readonly Shown[], isHistory: boolean): PacedMessages<Shown> {
  const [shownSeq, setShownSeq] = useState(() => (isHistory ? (messages.at(-1)?.seq ?? 0) : 0));
  const firstHeld = messages.findIndex(({ seq, delayMs }) => seq > shownSeq && delayMs > 0);
  const held = messages[firstHeld];
  // The same message may come again in a new object; its delay does not begin anew.
  const heldSeq = held?.seq;
  const heldMs = held?.delayMs;

  useEffect(() => {
    if (heldSeq === undefined) return;
    const timer = setTimeout(() => setShownSeq(heldSeq), heldMs);
    return () => clearTimeout(timer);
  }, [heldSeq, heldMs]);

  return { shown: held ? messages.slice(0, firstHeld) : messages, isHolding: held !== undefined };
}
