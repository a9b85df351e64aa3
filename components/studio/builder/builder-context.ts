'use client';

import { createContext, useContext } from 'react';

import type { BuilderSpot, BuilderTab } from '@/components/studio/builder/builder-href';
import type { Selection } from '@/components/studio/builder/model/selection';
import type { Dialog } from '@/lib/engine/program/dialog.schema';

/** The open dialog, what is selected in it, and how to go elsewhere. */
export interface Builder {
  dialog: Dialog;
  selection: Selection;
  setSelection: (selection: Selection) => void;
  /** Brings the focus to a card once it is on screen; null: the dialog starter. */
  focusCard: (interactionId: string | null) => void;
  tab: BuilderTab;
  setTab: (tab: BuilderTab) => void;
  /** Goes to a dialog or interaction, of this dialog or another. */
  jump: (spot: BuilderSpot) => void;
}

/** The builder around the cards and settings, given by `DialogBuilder`. */
export const BuilderContext = createContext<Builder | null>(null);

/** The open dialog and its selection. Only inside `DialogBuilder`. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('useBuilder is used outside of DialogBuilder.');
  return builder;
}
