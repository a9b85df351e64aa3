'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toSpotHref } from '@/components/studio/builder/uses/spot-href';
import { useDraft } from '@/components/studio/draft/draft-context';
import { cn } from '@/components/ui/class-names';
import { listUses, type DraftTarget } from '@/lib/modules/draft/list-uses.rules';

/** Where a thing of the bot is used: a line to open, then each place as a link. */
export function WhereUsed({ target }: { target: DraftTarget }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="inline-flex items-center gap-1 self-start rounded-sm text-xs font-medium">
        <ChevronRight aria-hidden className={cn('size-3.5 text-faint transition-transform', isOpen && 'rotate-90')} />
        Where used
      </button>
      {isOpen ? <UseList target={target} /> : null}
    </div>
  );
}

function UseList({ target }: { target: DraftTarget }) {
  const bot = useCurrentBot();
  const { content, surroundings } = useDraft();
  const uses = listUses(content, surroundings?.integrations ?? [], target);
  if (uses.length === 0) return <p className="pl-4.5 text-xs text-muted">Nothing names it.</p>;
  return (
    <ul className="flex flex-col gap-0.5 pl-4.5 text-xs">
      {uses.map(({ place, owner, label, excerpt }, index) => (
        <li key={index} className="min-w-0">
          <Link href={toSpotHref(bot.id, place)} className="text-accent hover:underline">
            {owner}
          </Link>
          <span className="text-muted">
            : {label}
            {excerpt ? ` – ${excerpt}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
