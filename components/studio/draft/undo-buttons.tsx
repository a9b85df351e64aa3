'use client';

import { Redo2, Undo2 } from 'lucide-react';

import { useDraftIfOpen } from '@/components/studio/draft/draft-context';
import { IconButton } from '@/components/ui/icon-button';

/** Undo and redo over the whole bot, saying what they would take back. */
export function UndoButtons() {
  const draft = useDraftIfOpen();
  if (!draft) return null;
  const { undoLabel, redoLabel } = draft;
  return (
    <span className="inline-flex">
      <IconButton label="Undo" hint={undoLabel === null ? 'Nothing to undo' : `Undo: ${undoLabel}`} aria-disabled={undoLabel === null} onClick={() => draft.undo()}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton label="Redo" hint={redoLabel === null ? 'Nothing to redo' : `Redo: ${redoLabel}`} aria-disabled={redoLabel === null} onClick={() => draft.redo()}>
        <Redo2 aria-hidden />
      </IconButton>
    </span>
  );
}
