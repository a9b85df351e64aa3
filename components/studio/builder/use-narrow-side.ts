'use client';

import { useState } from 'react';

/** Which of cards and settings is in front where there is room for one. */
export function useNarrowSide() {
  const [isPanelShown, setIsPanelShown] = useState(false);
  return { isPanelShown, showPanel: () => setIsPanelShown(true), showRun: () => setIsPanelShown(false) };
}
