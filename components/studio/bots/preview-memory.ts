'use client';

import { usePathname } from 'next/navigation';
import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'parley.preview-open';
/** From this width on, the preview stands beside the dialogs until a person puts it away. */
const ROOMY_PX = 1_400;
const listeners = new Set<() => void>();

/** Whether the preview is shown; remembered on this device. */
export function usePreviewOpen(): [isOpen: boolean, setOpen: (open: boolean) => void] {
  const isBuilding = /\/dialogs(\/|$)/.test(usePathname());
  const chosen = useSyncExternalStore(subscribe, read, () => 'closed');
  const isOpen = chosen === null ? isBuilding && window.innerWidth >= ROOMY_PX : chosen === 'open';
  return [isOpen, write];
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

function write(open: boolean): void {
  unstored = open ? 'open' : 'closed';
  try {
    window.localStorage.setItem(STORAGE_KEY, unstored);
  } catch {
    // Kept in `unstored`.
  }
  for (const listener of listeners) listener();
}
