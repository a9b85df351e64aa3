'use client';

import { useState } from 'react';

import type { DraftProblem } from '@/lib/modules/draft/problem.schema';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

type Groups = ReadonlyMap<string, readonly DraftProblem[]>;

/** Grouped problems in which a group stays the same object while it says the same, so that only cards with other problems are drawn anew. */
export function useStableProblems(groups: Groups): Groups {
  const [known, setKnown] = useState({ input: groups, output: groups });
  if (known.input === groups) return known.output;
  const output = new Map([...groups].map(([id, group]) => {
    const before = known.output.get(id);
    return [id, before && isSameJson(before, group) ? before : group] as const;
  }));
  setKnown({ input: groups, output });
  return output;
}
