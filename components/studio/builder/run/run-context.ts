'use client';

import { createContext, useContext } from 'react';

import type { RunActions } from '@/components/studio/builder/run/use-run-actions';
import type { RunClipboard } from '@/components/studio/builder/run/use-run-clipboard';

/** What the menus of cards can do. */
export interface RunParts {
  actions: RunActions;
  clipboard: RunClipboard;
  /** Opens the list of kinds behind a card. */
  openAdd: (afterId: string) => void;
}

/** What the menus of cards can do, given by `InteractionRun`. */
export const RunContext = createContext<RunParts | null>(null);

/** What the menus of cards can do. Only inside `InteractionRun`. */
export function useRunParts(): RunParts {
  const parts = useContext(RunContext);
  if (!parts) throw new Error('useRunParts is used outside of InteractionRun.');
  return parts;
}
