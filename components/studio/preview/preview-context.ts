'use client';

import { createContext, useContext } from 'react';

import type { Preview } from '@/components/studio/preview/use-preview';
import type { PreviewDraft } from '@/components/studio/preview/use-preview-draft';

/** What the parts of the preview share. */
export type PreviewContextValue = {
  preview: Preview;
  draft: PreviewDraft;
  /** The turn that is looked at; null: the newest. */
  selectedTurn: number | null;
  selectTurn: (number: number | null) => void;
  /** Shows a turn in the trace. */
  showTrace: (number: number) => void;
  /** Leads to an interaction in the builder; with null to its dialog. */
  openInteraction: (dialogId: string, interactionId: string | null) => void;
};

/** Carries what the parts of the preview share. */
export const PreviewContext = createContext<PreviewContextValue | null>(null);

/** What the parts of the preview share; only below `PreviewPane`. */
export function usePreviewParts(): PreviewContextValue {
  const value = useContext(PreviewContext);
  if (!value) throw new Error('A part of the preview is shown outside of it.');
  return value;
}
