'use client';

import { useEffect } from 'react';

import { commandRegistry } from '@/components/studio/frame/command-registry';
import { isUsableWhileTyping, matchesShortcut } from '@/components/ui/shortcut-keys';
import { isApplePlatform } from '@/components/ui/use-is-apple';

/** Listens for the keys of all registered commands. Once, in the providers; the only key listener on the window. */
export function useShortcutListener(): void {
  useEffect(() => {
    // Before anyone else, because editors keep key presses to themselves.
    window.addEventListener('keydown', runMatchingCommand, { capture: true });
    return () => window.removeEventListener('keydown', runMatchingCommand, { capture: true });
  }, []);
}

function runMatchingCommand(event: KeyboardEvent): void {
  if (event.repeat || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : null;
  const isTyping = isInside(target, typingSelector);
  const isInDialog = isInside(target, '[role="dialog"], [role="alertdialog"]');
  const isApple = isApplePlatform();
  const command = commandRegistry
    .list()
    .findLast(
      ({ keys, isForDialogs, isMeant }) =>
        keys !== undefined &&
        (!isInDialog || isForDialogs) &&
        (!isTyping || isUsableWhileTyping(keys)) &&
        matchesShortcut(event, keys, isApple) &&
        isMeant?.(target) !== false,
    );
  if (!command) return;
  event.preventDefault();
  event.stopPropagation();
  command.run();
}

/** Where a plain key means itself: text fields, editors, and lists that search as one types. */
const typingSelector = [
  'input:not([type="checkbox"], [type="radio"], [type="button"])',
  'textarea',
  'select',
  '[contenteditable="true"]',
  '[role="textbox"]',
  '[role="menu"]',
  '[role="listbox"]',
  '.monaco-editor',
].join(', ');

function isInside(element: Element | null, selector: string): boolean {
  return element !== null && element.closest(selector) !== null;
}
