'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import type { Builder } from '@/components/studio/builder/builder-context';
import { builderTabs, toBuilderHref, type BuilderSpot, type BuilderTab } from '@/components/studio/builder/builder-href';
import { keepExisting, selectOne, type Selection } from '@/components/studio/builder/model/selection';
import { useDraft } from '@/components/studio/draft/draft-context';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import type { Dialog } from '@/lib/engine/program/dialog.schema';

/** What is selected in a dialog and which tab is shown, both also in the address (`?interaction=…&tab=…`). */
export function useBuilderState(dialog: Dialog): Builder {
  const bot = useCurrentBot();
  const navigate = useNavigate();
  const asked = useSearchParams();
  const [kept, setKept] = useState<Selection>(() => selectOne(asked.get('interaction')));
  const [tab, setShownTab] = useState<BuilderTab>(() => readTab(asked));
  // A new object each time; the focus goes there once, after the next drawing.
  const [focusRequest, setFocusRequest] = useState<{ id: string | null } | null>(null);
  const selection = useMemo(() => keepExisting(kept, dialog.interactionIds), [kept, dialog.interactionIds]);

  // Back, forward and links of others; what the builder wrote itself is shown already.
  useEffect(() => {
    const { searchParams } = new URL(window.location.href);
    const id = searchParams.get('interaction');
    setKept((now) => (now.activeId === id ? now : selectOne(id)));
    setShownTab(readTab(searchParams));
  }, [asked]);

  useEffect(() => {
    if (!focusRequest) return;
    const card = findCard(focusRequest.id);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }, [focusRequest]);

  const { activeId } = selection;
  useEffect(() => {
    findCard(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  // Undo may take away the card that has the focus, or bring one back: whoever works by keyboard goes on at what is shown now.
  const { replayed } = useDraft();
  useEffect(() => {
    const focused = document.activeElement;
    if (replayed && (focused === null || focused === document.body || focused.hasAttribute(CARD_ATTRIBUTE))) findCard(activeId)?.focus({ preventScroll: true });
  }, [replayed, activeId]);

  const setSelection = useCallback((next: Selection) => {
    setKept(next);
    writeAddress('interaction', next.activeId);
  }, []);
  const setTab = useCallback((next: BuilderTab) => {
    setShownTab(next);
    writeAddress('tab', next === 'basics' ? null : next);
  }, []);
  const focusCard = useCallback((id: string | null) => setFocusRequest({ id }), []);
  const dialogId = dialog.id;
  const jump = useCallback(
    (spot: BuilderSpot) => {
      if (spot.dialogId !== dialogId) return navigate(toBuilderHref(bot.id, spot));
      setSelection(selectOne(spot.interactionId ?? null));
      if (spot.tab) setTab(spot.tab);
      focusCard(spot.interactionId ?? null);
    },
    [dialogId, navigate, bot.id, setSelection, setTab, focusCard],
  );
  return useMemo(
    () => ({ dialog, selection, setSelection, focusCard, tab, setTab, jump }),
    [dialog, selection, setSelection, focusCard, tab, setTab, jump],
  );
}

/** The attribute that carries a card's interaction id; empty for the dialog starter. */
export const CARD_ATTRIBUTE = 'data-card';

function findCard(id: string | null): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[${CARD_ATTRIBUTE}="${CSS.escape(id ?? '')}"]`);
}

function readTab(query: URLSearchParams): BuilderTab {
  return builderTabs.find((tab) => tab === query.get('tab')) ?? 'basics';
}

function writeAddress(name: 'interaction' | 'tab', value: string | null): void {
  const address = new URL(window.location.href);
  if (value === null) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(null, '', address);
}
