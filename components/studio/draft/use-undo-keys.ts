'use client';

import { useEffect, useEffectEvent } from 'react';

import type { DraftHandle } from '@/components/studio/draft/draft-context';
import { hasOwnUndo, watchTextVisits } from '@/components/studio/draft/text-visit';
import { useCommands } from '@/components/studio/frame/use-commands';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

/**
 * Ctrl/⌘ Z and Shift Z (or Ctrl Y) over the whole bot. In a text field that was changed since it got the focus, its own undo
 * comes first; once it is as it was, the bot's.
 */
export function useUndoKeys(draft: DraftHandle | null): void {
  const content = draft?.content;
  const readContent = useEffectEvent(() => content);
  useEffect(() => watchTextVisits(() => readContent()), []);
  const isBots = (target: Element | null) => !hasOwnUndo(target, (atStart) => isSameJson(atStart, content));
  const undo = {
    id: 'draft.undo',
    label: `Undo${draft?.undoLabel ? `: ${draft.undoLabel}` : ''}`,
    section: 'Bot',
    keys: 'mod+z',
    isMeant: isBots,
    run: () => void draft?.undo(),
  };
  const redo = { ...undo, id: 'draft.redo', label: `Redo${draft?.redoLabel ? `: ${draft.redoLabel}` : ''}`, keys: 'mod+shift+z', run: () => void draft?.redo() };
  useCommands([...(draft?.undoLabel ? [undo] : []), ...(draft?.redoLabel ? [redo, { ...redo, id: 'draft.redo-y', keys: 'mod+y', isShortcutOnly: true }] : [])]);
}
