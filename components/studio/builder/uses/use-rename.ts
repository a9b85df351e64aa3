'use client';

import { useState } from 'react';

import { useDraft } from '@/components/studio/draft/draft-context';
import { renameTarget, type RenameTarget, type Renaming } from '@/lib/modules/draft/rename-target.rules';

type Renamed = Extract<Renaming, { kind: 'renamed' }>;

/** A renaming that reaches beyond the thing itself and is to be looked at first. */
export interface PendingRename {
  oldName: string;
  newName: string;
  renaming: Renamed;
}

/**
 * Renames a dialog or an interaction; whatever names it follows. What changes only the thing itself is done at once,
 * anything more waits in `pending` for a look.
 */
export function useRename() {
  const { content, surroundings, change } = useDraft();
  const [pending, setPending] = useState<PendingRename | null>(null);
  const keep = ({ oldName, newName, renaming }: PendingRename) => change(`Rename ${oldName} to ${newName}`, () => renaming.content);
  return {
    pending,
    /** @returns why it can't be; null when it is done or waits */
    rename(target: Extract<RenameTarget, { id: string }>, { oldName, newName }: { oldName: string; newName: string }): string | null {
      const renaming = renameTarget(content, surroundings?.integrations ?? [], { target, newName });
      if (renaming.kind === 'refused') return renaming.message;
      const rename = { oldName, newName, renaming };
      if (renaming.changes.length <= 1 && renaming.skippedScripts.length === 0) keep(rename);
      else setPending(rename);
      return null;
    },
    confirm(): void {
      if (pending) keep(pending);
      setPending(null);
    },
    cancel: () => setPending(null),
  };
}
