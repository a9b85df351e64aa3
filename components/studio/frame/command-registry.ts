import type { LucideIcon } from 'lucide-react';

import type { ShortcutKeys } from '@/components/ui/shortcut-keys';

/** Something a person can do from the command palette, by its shortcut, or both. */
export type Command = {
  /** Stable and unique among the commands on screen: `integration.run`. */
  id: string;
  /** What it does, as a button would say it: "Run integration". */
  label: string;
  /** The heading over it in the palette and in the list of shortcuts: "Integration". */
  section: string;
  run: () => void;
  keys?: ShortcutKeys;
  /** Other words people may look for. */
  keywords?: readonly string[];
  icon?: LucideIcon;
  /** Leaves it out of the palette, for what makes sense by its keys only. */
  isShortcutOnly?: boolean;
  /** Lets its keys work while focus is in a dialog; for commands of that dialog. */
  isForDialogs?: boolean;
  /** Asked when its keys are pressed on an element; false leaves the keys to that element. */
  isMeant?: (target: Element | null) => boolean;
};

/** What the pages on screen have registered. Of two commands with the same keys, the one that came last answers. */
export const commandRegistry = createCommandRegistry();

/** A registry that React can subscribe to: `list` gives the same array until something changes. */
export function createCommandRegistry() {
  const groups = new Set<readonly Command[]>();
  const listeners = new Set<() => void>();
  let commands: readonly Command[] = [];

  function refresh() {
    commands = [...groups].flat();
    for (const listener of listeners) listener();
  }

  return {
    /** All commands, oldest first. */
    list: (): readonly Command[] => commands,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Adds commands until the returned function is called. */
    register(group: readonly Command[]): () => void {
      groups.add(group);
      refresh();
      return () => {
        groups.delete(group);
        refresh();
      };
    },
  };
}

/** The commands under their headings, both in the order of their first appearance. */
export function commandsBySection(commands: readonly Command[]): [section: string, commands: Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const group = groups.get(command.section) ?? [];
    groups.set(command.section, [...group, command]);
  }
  return [...groups];
}
