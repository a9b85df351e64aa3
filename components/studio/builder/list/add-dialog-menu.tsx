'use client';

import { Plus } from 'lucide-react';

import { dialogKinds } from '@/components/studio/builder/model/edit-dialogs';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DialogKind } from '@/lib/engine/program/dialog.schema';

/** Offers the kinds of dialogs; of some a bot has only one. */
export function AddDialogMenu({ content, onAdd }: { content: BotContent; onAdd: (kind: DialogKind) => void }) {
  const has = (kind: DialogKind) => Object.values(content.dialogs).some((dialog) => dialog.kind === kind);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="New dialog" variant="secondary">
          <Plus aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {(Object.keys(dialogKinds) as DialogKind[]).map((kind) => {
          const { label, hint, isSingle } = dialogKinds[kind];
          const isTaken = isSingle && has(kind);
          return (
            <DropdownMenuItem key={kind} disabled={isTaken} onSelect={() => onAdd(kind)}>
              <span className="flex flex-col">
                <span>{label}</span>
                <span className="text-xs text-muted">{isTaken ? 'This bot has one' : hint}</span>
              </span>
            </DropdownMenuItem>
          );
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
