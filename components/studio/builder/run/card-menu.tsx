'use client';

import { ClipboardPaste, Copy, CopyPlus, Plus, Power, Scissors, Trash2 } from 'lucide-react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { useRunParts } from '@/components/studio/builder/run/run-context';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { RowMenu } from '@/components/ui/row-menu';

/** Properties of `CardMenu`. */
export type CardMenuProps = { interactionId: string; name: string; isEnabled: boolean; isReachable: boolean };

/** What can be done with a card, or with all selected ones when it is among them. */
export function CardMenu({ interactionId, name, isEnabled, isReachable }: CardMenuProps) {
  return (
    <RowMenu label={`Actions for ${name}`} tabIndex={isReachable ? 0 : -1}>
      <CardMenuItems interactionId={interactionId} isEnabled={isEnabled} />
    </RowMenu>
  );
}

/** Apart, so that only an open menu follows what can be done. */
function CardMenuItems({ interactionId, isEnabled }: Pick<CardMenuProps, 'interactionId' | 'isEnabled'>) {
  const { selection } = useBuilder();
  const { actions, clipboard, openAdd } = useRunParts();
  const ids = selection.ids.includes(interactionId) ? selection.ids : [interactionId];
  const several = ids.length > 1 ? ` ${ids.length}` : '';
  return (
    <>
      <DropdownMenuItem onSelect={() => openAdd(interactionId)} aside={<Kbd keys="a" />}>
        <Plus aria-hidden />
        Add after
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => actions.duplicate(ids)} aside={<Kbd keys="mod+d" />}>
        <CopyPlus aria-hidden />
        Duplicate{several}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => actions.toggle(ids)} aside={<Kbd keys="e" />}>
        <Power aria-hidden />
        {isEnabled ? 'Switch off' : 'Switch on'}
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={() => void clipboard.copy(ids)} aside={<Kbd keys="mod+c" />}>
        <Copy aria-hidden />
        Copy{several}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void clipboard.cut(ids)} aside={<Kbd keys="mod+x" />}>
        <Scissors aria-hidden />
        Cut{several}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void clipboard.paste(interactionId)} aside={<Kbd keys="mod+v" />}>
        <ClipboardPaste aria-hidden />
        Paste after
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem tone="danger" onSelect={() => actions.remove(ids)} aside={<Kbd keys="delete" />}>
        <Trash2 aria-hidden />
        Delete{several}
      </DropdownMenuItem>
    </>
  );
}
