'use client';

import { ArrowLeft, Settings2 } from 'lucide-react';
import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { useBuilderRoom } from '@/components/studio/builder/builder-layout';
import { buttonStyle } from '@/components/ui/button-style';
import { ListMapSwitch } from '@/components/studio/map/list-map-switch';
import { IconButton } from '@/components/ui/icon-button';
import type { Dialog } from '@/lib/engine/program/dialog.schema';

/** Properties of `RunHeader`. */
export type RunHeaderProps = { dialog: Dialog; onOpenSettings: () => void };

/** The dialog's name over its cards; where there is little room, with the ways to the list and to the settings. */
export function RunHeader({ dialog, onOpenSettings }: RunHeaderProps) {
  const bot = useCurrentBot();
  const room = useBuilderRoom();
  return (
    <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
      {room === 'wide' ? null : (
        <Link href={`/bots/${bot.id}/dialogs`} aria-label="All dialogs" className={buttonStyle({ variant: 'ghost', size: 'icon-sm' })}>
          <ArrowLeft aria-hidden />
        </Link>
      )}
      <h2 className="min-w-0 truncate font-medium">{dialog.name}</h2>
      <span className="shrink-0 text-xs text-muted tabular-nums">
        {dialog.interactionIds.length} {dialog.interactionIds.length === 1 ? 'interaction' : 'interactions'}
      </span>
      <ListMapSwitch shown="list" dialogId={dialog.id} className="ml-auto" />
      {room === 'narrow' ? (
        <IconButton label="Settings" onClick={onOpenSettings}>
          <Settings2 aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}
