'use client';

import { Copy, CopyPlus, Settings, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { DeleteBotDialog } from '@/components/studio/bots/delete-bot-dialog';
import { useDuplicateAction } from '@/components/studio/bots/use-duplicate-action';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { DataList } from '@/components/ui/data-list';
import type { DataColumn } from '@/components/ui/data-table';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import { notify } from '@/components/ui/toaster';
import type { BotSummary } from '@/lib/modules/bot/bot.schema';

/** All bots, to open, copy and delete. */
export function BotList({ bots }: { bots: readonly BotSummary[] }) {
  const navigate = useNavigate();
  const duplicate = useDuplicateAction();
  const [toDelete, setToDelete] = useState<BotSummary | null>(null);

  return (
    <>
      <DataList
        label="Bots"
        noun={['bot', 'bots']}
        rows={bots}
        columns={columns}
        rowId={(bot) => bot.id}
        rowHref={(bot) => `/bots/${bot.id}/dialogs`}
        rowText={botText}
        initialOrder={{ columnId: 'changed', direction: 'descending' }}
        rowMenu={(bot, tabIndex) => (
          <RowMenu label={`Actions for ${bot.name}`} tabIndex={tabIndex}>
            <DropdownMenuItem onSelect={() => navigate(`/bots/${bot.id}/settings`)}>
              <Settings aria-hidden />
              Rename and settings
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={() => void copyId(bot.id)}>
              <Copy aria-hidden />
              Copy bot id
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={() => void duplicate(bot)}>
              <CopyPlus aria-hidden />
              Duplicate
            </DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem tone="danger" onSelect={() => setToDelete(bot)}>
              <Trash2 aria-hidden />
              Delete…
            </DropdownMenuItem>
          </RowMenu>
        )}
      />
      {toDelete ? <DeleteBotDialog bot={toDelete} open onOpenChange={() => setToDelete(null)} /> : null}
    </>
  );
}

function botText(bot: BotSummary): string {
  return `${bot.name} ${bot.description} ${bot.id}`;
}

async function copyId(id: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(id);
    notify.success('Copied the bot id', id);
  } catch {
    notify.error('Nothing was copied', `The browser refused access to the clipboard. The id is ${id}.`);
  }
}

const columns: DataColumn<BotSummary>[] = [
  { id: 'name', header: 'Name', cell: (bot) => bot.name, sortValue: (bot) => bot.name, className: 'w-auto md:w-56 xl:w-80' },
  { id: 'description', header: 'Description', cell: (bot) => <span className="text-muted">{bot.description}</span>, className: 'max-lg:hidden' },
  {
    id: 'integrations',
    header: 'Integrations',
    cell: (bot) => bot.integrationCount,
    sortValue: (bot) => bot.integrationCount,
    className: 'w-32 text-right tabular-nums max-sm:hidden',
  },
  {
    id: 'created',
    header: 'Created',
    cell: (bot) => <RelativeTime at={bot.createdAt} className="relative z-10 text-muted" />,
    sortValue: (bot) => Date.parse(bot.createdAt),
    className: 'w-28 max-md:hidden',
  },
  {
    id: 'changed',
    header: 'Changed',
    cell: (bot) => <RelativeTime at={bot.updatedAt} className="relative z-10 text-muted" />,
    sortValue: (bot) => Date.parse(bot.updatedAt),
    className: 'w-28',
  },
];
