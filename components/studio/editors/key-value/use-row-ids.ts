'use client';

import { useState } from 'react';

type Numbered = { ids: readonly string[]; lastNumber: number };

/**
 * Ids for rows that have none: one for each and one for the empty row at the end, which keeps its id, and so its focus,
 * when it becomes a real row.
 */
export function useRowIds(rowCount: number) {
  const [kept, setKept] = useState<Numbered>({ ids: [], lastNumber: 0 });
  let current = kept;
  if (kept.ids.length !== rowCount + 1) {
    // The rows were replaced from outside: positions are all there is to go by.
    current = toLength(kept, rowCount + 1);
    setKept(current);
  }
  return {
    ids: current.ids,
    /** To be called with each own edit of the rows: `change` gets a copy of the ids and edits it in step. */
    editIds: (change: (copy: string[], nextId: () => string) => void) => {
      let { lastNumber } = current;
      const ids = [...current.ids];
      change(ids, () => `row-${(lastNumber += 1)}`);
      setKept({ ids, lastNumber });
    },
  };
}

function toLength({ ids, lastNumber }: Numbered, length: number): Numbered {
  const missingCount = Math.max(0, length - ids.length);
  const added = Array.from({ length: missingCount }, (_, index) => `row-${lastNumber + index + 1}`);
  return { ids: [...ids.slice(0, length), ...added], lastNumber: lastNumber + missingCount };
}
