'use client';

import { Command as Cmdk } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useState } from 'react';

import type { Command } from '@/components/studio/frame/command-registry';
import { findCommands } from '@/components/studio/frame/find-commands';
import { PaletteResults, paletteItemStyle } from '@/components/studio/frame/palette-results';
import type { SearchStudio } from '@/components/studio/frame/search-result';
import { useRegisteredCommands } from '@/components/studio/frame/use-commands';
import { Kbd } from '@/components/ui/kbd';
import { useFocusReturn } from '@/components/ui/use-focus-return';

/** Properties of `CommandPalette`. */
export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Finds bots, integrations, credentials and environments; without it the palette offers commands only. */
  search?: SearchStudio | undefined;
  onNavigate: (href: string) => void;
};

/** Everything that can be done or opened from here, found by typing. */
export function CommandPalette({ open, onOpenChange, search, onNavigate }: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-backdrop" />
        <OpenPalette
          search={search}
          onChoose={(act) => {
            onOpenChange(false);
            act();
          }}
          onNavigate={onNavigate}
        />
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type PaletteBodyProps = Pick<CommandPaletteProps, 'search' | 'onNavigate'> & { onChoose: (act: () => void) => void };

function OpenPalette(props: PaletteBodyProps) {
  const focusReturn = useFocusReturn();
  return (
    <Dialog.Content
      aria-describedby={undefined}
      {...focusReturn}
      className="fixed top-[12vh] left-1/2 z-40 w-[calc(100vw-32px)] max-w-150 -translate-x-1/2 animate-appear overflow-hidden rounded-lg border border-line bg-surface outline-none dark:border-line-strong"
    >
      <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
      <PaletteBody {...props} />
    </Dialog.Content>
  );
}

function PaletteBody({ search, onChoose, onNavigate }: PaletteBodyProps) {
  const [query, setQuery] = useState('');
  const commands = useRegisteredCommands();
  return (
    <Cmdk loop label="Search and commands" shouldFilter={false}>
      <Cmdk.Input
        value={query}
        onValueChange={setQuery}
        placeholder={search ? 'Search bots, integrations, credentials and commands' : 'Search commands'}
        className="h-11 w-full border-b border-line bg-transparent px-4 text-sm outline-none"
      />
      <Cmdk.List className="max-h-[min(420px,60vh)] overflow-y-auto p-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted">
        <Cmdk.Empty className="animate-appear-late px-4 py-8 text-center text-muted">
          Nothing is called “{query}” here. Try fewer letters.
        </Cmdk.Empty>
        {findCommands(commands, query).map(([section, group]) => (
          <Cmdk.Group key={section} heading={section}>
            {group.map((command) => (
              <CommandItem key={command.id} command={command} onSelect={() => onChoose(command.run)} />
            ))}
          </Cmdk.Group>
        ))}
        {/* After the commands, so that nothing moves under the chosen line when the server answers. */}
        {search ? (
          <PaletteResults query={query} search={search} onOpen={(href) => onChoose(() => onNavigate(href))} />
        ) : null}
      </Cmdk.List>
    </Cmdk>
  );
}

function CommandItem({ command, onSelect }: { command: Command; onSelect: () => void }) {
  const { id, label, keys, icon: Icon } = command;
  return (
    <Cmdk.Item value={`command:${id}`} onSelect={onSelect} className={paletteItemStyle}>
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-faint" /> : <span className="size-4" />}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys ? <Kbd keys={keys} className="text-muted" /> : null}
    </Cmdk.Item>
  );
}
