'use client';

import { List, Workflow } from 'lucide-react';
import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toBuilderHref } from '@/components/studio/builder/builder-href';
import { cn } from '@/components/ui/class-names';

/** Properties of `ListMapSwitch`. */
export type ListMapSwitchProps = {
  shown: 'list' | 'map';
  /** The dialog that the list shows; null: the first one. */
  dialogId: string | null;
  className?: string;
};

/** Leads from the list of interactions to the drawn map and back. */
export function ListMapSwitch({ shown, dialogId, className }: ListMapSwitchProps) {
  const bot = useCurrentBot();
  const ways = [
    { kind: 'list', label: 'List', Icon: List, href: dialogId === null ? `/bots/${bot.id}/dialogs` : toBuilderHref(bot.id, { dialogId }) },
    { kind: 'map', label: 'Map', Icon: Workflow, href: `/bots/${bot.id}/dialogs/map` },
  ] as const;
  return (
    <nav aria-label="List or map" className={cn('flex shrink-0 rounded-md border border-line bg-sunken p-0.5', className)}>
      {ways.map(({ kind, label, Icon, href }) => (
        <Link
          key={kind}
          href={href}
          aria-current={kind === shown ? 'page' : undefined}
          className={cn('flex items-center gap-1 rounded-sm px-2 py-0.5 text-xs text-muted hover:text-ink', kind === shown && 'bg-surface font-medium text-ink shadow-[0_0_0_1px_var(--line-strong)]')}
        >
          <Icon aria-hidden className="size-3.5" />
          {label}
        </Link>
      ))}
    </nav>
  );
}
