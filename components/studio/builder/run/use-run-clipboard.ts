'use client';

import { useEffect, useEffectEvent } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { deleteInteractions } from '@/components/studio/builder/model/edit-interactions';
import { buildPasteIds } from '@/components/studio/builder/model/paste-ids';
import { findNeighbour, selectOne } from '@/components/studio/builder/model/selection';
import { CARD_ATTRIBUTE } from '@/components/studio/builder/use-builder-state';
import { useDraft } from '@/components/studio/draft/draft-context';
import { notify } from '@/components/ui/toaster';
import { copyOut, parseClipboard } from '@/lib/modules/draft/copy-out.rules';
import { pasteIn } from '@/lib/modules/draft/paste-in.rules';

/** Copy, cut and paste of interactions through the system's clipboard, between dialogs, bots and windows. */
export function useRunClipboard() {
  const { content, change, surroundings } = useDraft();
  const { dialog, selection, setSelection, focusCard } = useBuilder();
  const integrations = surroundings?.integrations ?? [];
  const toText = (ids: readonly string[]) => JSON.stringify(copyOut(content, integrations, { interactionIds: ids }));
  const nounOf = (count: number) => (count === 1 ? 'interaction' : `${count} interactions`);

  function remove(ids: readonly string[]) {
    const neighbour = findNeighbour(dialog.interactionIds, ids);
    change(`Cut ${nounOf(ids.length)}`, (next) => deleteInteractions(next, dialog.id, ids));
    setSelection(selectOne(neighbour));
    focusCard(neighbour);
  }

  /** @returns whether the text was ours */
  function insert(text: string, afterId: string | null): boolean {
    const clipboard = parseClipboard(text);
    if (!clipboard) return false;
    // Dialogs as wholes are another matter; here their interactions come in.
    const interactionsOnly = { ...clipboard, dialogs: [] };
    const pasted = pasteIn(content, interactionsOnly, { dialogId: dialog.id, afterId, integrations, newId: buildPasteIds(content, interactionsOnly, () => crypto.randomUUID()) });
    const ids = pasted.interactionIds;
    change(`Paste ${nounOf(ids.length)}`, () => pasted.content);
    setSelection({ activeId: ids.at(-1) ?? null, anchorId: ids[0] ?? null, ids });
    focusCard(ids.at(-1) ?? null);
    return true;
  }

  const hasCard = () => document.activeElement?.hasAttribute(CARD_ATTRIBUTE) === true;
  const handle = useEffectEvent((event: ClipboardEvent) => {
    // A stretch of text that somebody marked is copied as text.
    if (!hasCard() || event.clipboardData === null || getSelection()?.isCollapsed === false) return;
    if (event.type === 'paste') {
      if (insert(event.clipboardData.getData('text/plain'), selection.activeId)) event.preventDefault();
      return;
    }
    if (selection.ids.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toText(selection.ids));
    if (event.type === 'cut') remove(selection.ids);
  });
  // On the document: browsers send these to what holds the text caret, which need not be what has the focus.
  useEffect(() => {
    const listener = (event: ClipboardEvent) => handle(event);
    const kinds = ['copy', 'cut', 'paste'] as const;
    for (const kind of kinds) document.addEventListener(kind, listener);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listener);
    };
  }, []);

  return {
    async copy(ids: readonly string[]): Promise<void> {
      await writeClipboard(toText(ids));
    },
    async cut(ids: readonly string[]): Promise<void> {
      if (await writeClipboard(toText(ids))) remove(ids);
    },
    async paste(afterId: string): Promise<void> {
      const text = await navigator.clipboard.readText().catch(() => null);
      if (text === null) notify.error('The clipboard can’t be read', 'The browser does not allow it here. Select the card and press Ctrl V (⌘ V).');
      else if (!insert(text, afterId)) notify.error('Nothing to paste', 'The clipboard holds no interactions. Copy some first, here or in another bot.');
    },
  };
}

/** What menus do with the clipboard. */
export type RunClipboard = ReturnType<typeof useRunClipboard>;

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    notify.error('The clipboard can’t be written', 'The browser does not allow it here. Select the card and press Ctrl C (⌘ C).');
    return false;
  }
}
