'use client';

import { createContext, useContext } from 'react';

/** Goes to the next problem of the draft, or to the one before; given by `ProblemWalkProvider`. */
export const ProblemWalkContext = createContext<(by: 1 | -1) => void>(() => undefined);

/** Goes to the next problem of the draft, or to the one before. */
export function useProblemStep(): (by: 1 | -1) => void {
  return useContext(ProblemWalkContext);
}
