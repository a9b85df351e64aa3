'use client';

import type { KeyboardEvent } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { extendTo, selectOne } from '@/components/studio/builder/model/selection';
import type { RunActions } from '@/components/studio/builder/run/use-run-actions';
import { CARD_ATTRIBUTE } from '@/components/studio/builder/use-builder-state';
import { useCommands } from '@/components/studio/frame/use-commands';

/** Whether a key press is meant for the cards. */
function isOnCard(target: Element | null): boolean {
  return target !== null && target.hasAttribute(CARD_ATTRIBUTE);
}

/**
 * The keys of the run. Moving among cards is handled here; what is done with them are commands, so that they stand in the palette
 * and in the list of shortcuts too.
 */
export function useRunKeys(actions: RunActions, open: { add: () => void; settings: () => void }) {
  const { dialog, selection, setSelection, focusCard } = useBuilder();
  const order = ['', ...dialog.interactionIds];
  const hasSelection = selection.ids.length > 0;
  const command = { section: 'Interactions', isMeant: isOnCard };

  useCommands([
    { ...command, id: 'run.add', label: 'Add an interaction after this one', keys: 'a', keywords: ['new', 'insert'], run: open.add },
    ...(hasSelection
      ? [
          { ...command, id: 'run.duplicate', label: 'Duplicate', keys: 'mod+d', keywords: ['copy'], run: () => actions.duplicate() },
          { ...command, id: 'run.delete', label: 'Delete', keys: 'delete', run: () => actions.remove() },
          { ...command, id: 'run.backspace', label: 'Delete', keys: 'backspace', isShortcutOnly: true, run: () => actions.remove() },
          { ...command, id: 'run.up', label: 'Move up', keys: 'alt+arrowup', run: () => actions.step('up') },
          { ...command, id: 'run.down', label: 'Move down', keys: 'alt+arrowdown', run: () => actions.step('down') },
          { ...command, id: 'run.toggle', label: 'Switch on or off', keys: 'e', keywords: ['enable', 'disable'], run: () => actions.toggle() },
        ]
      : []),
  ]);

  return (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!isOnCard(target) || event.altKey) return;
    const index = order.indexOf(target?.getAttribute(CARD_ATTRIBUTE) ?? '');
    if (event.key === 'Enter') open.settings();
    else if (event.key === 'a' && event.ctrlKey !== event.metaKey) setSelection({ activeId: dialog.interactionIds.at(-1) ?? null, anchorId: dialog.interactionIds[0] ?? null, ids: dialog.interactionIds });
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === 'Escape' && selection.ids.length > 1) setSelection(selectOne(selection.activeId));
    else {
      const next = order[findNextIndex(event.key, index, order.length)];
      if (next === undefined) return;
      const isExtending = event.shiftKey && next !== '';
      setSelection(isExtending ? extendTo(selection, next, dialog.interactionIds) : selectOne(next === '' ? null : next));
      focusCard(next === '' ? null : next);
    }
    event.preventDefault();
  };
}

function findNextIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
