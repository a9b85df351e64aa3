'use client';

import { usePathname } from 'next/navigation';
import { useSyncExternalStore } from 'react';

import { useIsNarrow } from '@/components/ui/use-is-narrow';

const STORAGE_KEY = 'parley.preview-open';
/** From this width on, the preview stands beside the dialogs until a person puts it away. */
const ROOMY_PX = 1_400;
/** Below this width the preview stands over the page. */
const BESIDE_PX = 1_024;
const listeners = new Set<() => void>();

/** Whether the preview is shown, and how. */
export interface PreviewPlace {
  isOpen: boolean;
  setOpen: (open: boolean) => void;
  /** It stands over the page, for want of room beside it. */
  isOver: boolean;
}

/**
 * Whether the preview is shown. Beside the page it is remembered on this device; over the page it lasts until it is closed, and is never
 * there before the page was seen.
 */
export function usePreviewOpen(): PreviewPlace {
  const isBuilding = /\/dialogs(\/|$)/.test(usePathname());
  const isOver = useIsNarrow(BESIDE_PX);
  const chosen = useSyncExternalStore(subscribe, read, () => 'closed');
  const isOpenOver = useSyncExternalStore(subscribe, () => openOver, () => false);
  if (isOver) return { isOpen: isOpenOver, setOpen: writeOver, isOver };
  const isOpen = chosen === null ? isBuilding && window.innerWidth >= ROOMY_PX : chosen === 'open';
  return { isOpen, setOpen: write, isOver };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Private windows may refuse storage; the choice then lasts as long as the page.
let unstored: string | null = null;

function read(): string | null {
  try {
    return window.localStorage.getItem(STORAGE_KEY) ?? unstored;
  } catch {
    return unstored;
  }
}

let openOver = false;

function writeOver(open: boolean): void {
  openOver = open;
  for (const listener of listeners) listener();
}

function write(open: boolean): void {
  unstored = open ? 'open' : 'closed';
  try {
    window.localStorage.setItem(STORAGE_KEY, unstored);
  } catch {
    // Kept in `unstored`.
  }
  for (const listener of listeners) listener();
}
