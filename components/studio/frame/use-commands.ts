'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

import { commandRegistry, type Command } from '@/components/studio/frame/command-registry';

/**
 * Offers commands in the palette (and by their keys) for as long as the component is on screen.
 * A new array on every render is fine: what a command does is always the newest, and nothing is registered anew
 * unless its words or keys change.
 */
export function useCommands(commands: readonly Command[]): void {
  const readCommands = useEffectEvent(() => commands);
  const runNewest = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run());
  const isNewestMeant = useEffectEvent((id: string, target: Element | null) => commands.find((command) => command.id === id)?.isMeant?.(target) ?? true);
  const signature = JSON.stringify(commands);
  useEffect(
    () =>
      commandRegistry.register(
        readCommands().map((command) => ({ ...command, run: () => runNewest(command.id), isMeant: (target) => isNewestMeant(command.id, target) })),
      ),
    [signature],
  );
}

/** All registered commands, kept current. */
export function useRegisteredCommands(): readonly Command[] {
  return useSyncExternalStore(commandRegistry.subscribe, commandRegistry.list, () => noCommands);
}

const noCommands: readonly Command[] = [];
