'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

import type { ComparedSide } from '@/components/studio/releases/use-compared-bots';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';

/** The two sides of the comparison on the page of releases. */
export interface ComparedSides {
  /** Null while nothing is published. */
  before: ComparedSide | null;
  after: ComparedSide;
  choose: (sides: { before?: ComparedSide; after?: ComparedSide }) => void;
}

/** What is compared, also in the address (`?from=…&to=…`); at first the live release and the draft. */
export function useComparedSides(releases: readonly ReleaseSummary[]): ComparedSides {
  const asked = useSearchParams();
  const [from, setFrom] = useState(asked.get('from'));
  const [to, setTo] = useState(asked.get('to'));
  useEffect(() => {
    setFrom(asked.get('from'));
    setTo(asked.get('to'));
  }, [asked]);
  const isThere = (side: string | null): side is string => side === 'draft' || releases.some(({ id }) => id === side);
  const before = isThere(from) ? from : (releases.find(({ isLive }) => isLive)?.id ?? releases[0]?.id ?? null);
  const after = isThere(to) ? to : 'draft';
  return {
    before,
    after,
    choose(sides) {
      const next = { from: sides.before ?? before, to: sides.after ?? after };
      setFrom(next.from);
      setTo(next.to);
      // Not a step of its own for the back button.
      window.history.replaceState(null, '', `?${new URLSearchParams({ from: next.from ?? 'draft', to: next.to }).toString()}`);
    },
  };
}
