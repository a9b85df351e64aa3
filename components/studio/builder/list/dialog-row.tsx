'use client';

import { useSortable } from '@dnd-kit/sortable';
import { Copy, LifeBuoy, MessagesSquare, PencilLine, Power, Shuffle, Smile, Trash2, UserRoundCheck, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useState, type KeyboardEvent } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { NameEditor } from '@/components/studio/builder/list/name-editor';
import type { useDialogActions } from '@/components/studio/builder/list/use-dialog-actions';
import { dialogKinds } from '@/components/studio/builder/model/edit-dialogs';
import { ProblemMark } from '@/components/studio/builder/problem-mark';
import { cn } from '@/components/ui/class-names';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';
import { RowMenu } from '@/components/ui/row-menu';
import type { Dialog, DialogKind } from '@/lib/engine/program/dialog.schema';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Properties of `DialogRow`. */
export type DialogRowProps = {
  dialog: Dialog;
  isOpen: boolean;
  problems: readonly DraftProblem[];
  actions: ReturnType<typeof useDialogActions>;
  /** Moves the dialog by one place; nothing while the list is searched. */
  onStep: ((by: -1 | 1) => void) | null;
};

/** One dialog of the list. F2 renames, Del deletes, Alt with arrows moves. */
export function DialogRow({ dialog, isOpen, problems, actions, onStep }: DialogRowProps) {
  const bot = useCurrentBot();
  const [isRenaming, setIsRenaming] = useState(false);
  const sortable = useSortable({ id: dialog.id, disabled: onStep === null || isRenaming });
  const Icon = iconByKind[dialog.kind];

  function handleKey(event: KeyboardEvent) {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) onStep?.(event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'F2') setIsRenaming(true);
    else if (event.key === 'Delete') actions.remove(dialog);
    else return;
    event.preventDefault();
  }

  return (
    <li
      ref={sortable.setNodeRef}
      style={{ transform: sortable.transform ? `translateY(${sortable.transform.y}px)` : undefined, transition: sortable.transition }}
      className={cn('group relative flex items-center rounded-md pr-0.5', isOpen ? 'bg-accent-soft' : 'hover:bg-raised', sortable.isDragging && 'z-1 bg-raised opacity-90')}
    >
      {isRenaming ? (
        <NameEditor
          label={`New name of ${dialog.name}`}
          name={dialog.name}
          onDone={(name) => {
            setIsRenaming(false);
            if (name !== null) actions.rename(dialog, name);
          }}
        />
      ) : (
        <Link
          href={toBuilderHref(bot.id, { dialogId: dialog.id })}
          draggable={false}
          aria-current={isOpen ? 'page' : undefined}
          aria-keyshortcuts="F2 Delete Alt+ArrowUp Alt+ArrowDown"
          data-dialog-row={dialog.id}
          {...sortable.listeners}
          onKeyDown={handleKey}
          onDoubleClick={() => setIsRenaming(true)}
          className={cn('flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 focus-visible:-outline-offset-2', isOpen && 'font-medium', !dialog.enabled && 'text-faint')}
        >
          <Icon aria-hidden className="size-4 shrink-0 text-faint" />
          <span className={cn('min-w-0 flex-1 truncate', !dialog.enabled && 'line-through')}>{dialog.name || 'unnamed'}</span>
          {dialog.kind === 'standard' ? null : <span className="sr-only">, {dialogKinds[dialog.kind].label}</span>}
          {dialog.enabled ? null : <span className="sr-only">, off</span>}
          <ProblemMark problems={problems} />
        </Link>
      )}
      <span className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100">
        <RowMenu label={`Actions for ${dialog.name}`} tabIndex={isOpen ? 0 : -1}>
          <DropdownMenuItem onSelect={() => setIsRenaming(true)} aside={<Kbd keys="f2" />}>
            <PencilLine aria-hidden />
            Rename
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => actions.duplicate(dialog)}>
            <Copy aria-hidden />
            Duplicate
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => actions.toggle(dialog)}>
            <Power aria-hidden />
            {dialog.enabled ? 'Switch off' : 'Switch on'}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem tone="danger" onSelect={() => actions.remove(dialog)} aside={<Kbd keys="delete" />}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </RowMenu>
      </span>
    </li>
  );
}

const iconByKind: Record<DialogKind, LucideIcon> = {
  standard: MessagesSquare,
  fallback: LifeBuoy,
  disambiguation: Shuffle,
  'auto-escalation': UserRoundCheck,
  survey: Smile,
};
