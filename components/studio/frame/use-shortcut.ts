'use client';

import { useId } from 'react';

import { useCommands } from '@/components/studio/frame/use-commands';
import type { ShortcutKeys } from '@/components/ui/shortcut-keys';

/** How a shortcut is shown and when it works. */
export type ShortcutOptions = {
  /** What it does, for the list under `?`. */
  label: string;
  /** The heading over it in that list: "Integration". */
  scope?: string;
  isEnabled?: boolean;
  /** Works while focus is in a dialog; for a dialog's own shortcuts. */
  isForDialogs?: boolean;
};

/**
 * Runs `handler` when the keys are pressed, while the component is on screen. Keys with `mod` or `alt` also work while
 * typing (in Monaco too, before Monaco sees them); plain keys don't. To offer the action in the palette as well, use
 * `useCommands`.
 */
export function useShortcut(keys: ShortcutKeys, handler: () => void, options: ShortcutOptions): void {
  const id = useId();
  const { label, scope = 'This page', isEnabled = true, isForDialogs = false } = options;
  useCommands(isEnabled ? [{ id, label, section: scope, keys, run: handler, isForDialogs, isShortcutOnly: true }] : []);
}
