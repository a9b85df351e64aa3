'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Command as Cmdk } from 'cmdk';
import { Bot, KeyRound, type LucideIcon, MessageCircle, MessageSquare, MessagesSquare, SlidersHorizontal, Workflow } from 'lucide-react';
import { useEffect, useState } from 'react';

import type { SearchStudio } from '@/components/studio/frame/search-result';
import type { SearchHit } from '@/lib/modules/search/search.contract';

/** One line of the palette. */
export const paletteItemStyle =
  'flex h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 data-[selected=true]:bg-raised';

/** Properties of `PaletteResults`. */
export type PaletteResultsProps = { query: string; search: SearchStudio; onOpen: (href: string) => void };

/** What the server finds for the words typed, by kind; the last answer stays until the next one is there. */
export function PaletteResults({ query, search, onOpen }: PaletteResultsProps) {
  const words = useSettled(query.trim(), 120);
  const { data, isError } = useQuery({
    queryKey: ['palette-search', words],
    queryFn: ({ signal }) => search(words, signal),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  if (query.trim() === '') return null;
  if (isError) {
    return (
      <p role="status" className="px-2 py-1.5 text-xs text-bad">
        Bots, integrations and credentials couldn’t be searched, because the server didn’t answer. Commands still work.
      </p>
    );
  }
  return kinds.map(({ kind, heading, Icon }) => {
    const group = data?.filter((result) => result.kind === kind) ?? [];
    if (group.length === 0) return null;
    return (
      <Cmdk.Group key={kind} heading={heading}>
        {group.map(({ id, title, subtitle, href }) => (
          <Cmdk.Item
            key={id}
            value={`${kind}:${id}`}
            onSelect={() => onOpen(href)}
            className={paletteItemStyle}
          >
            <Icon aria-hidden className="size-4 shrink-0 text-faint" />
            <span className="truncate">{title}</span>
            {subtitle ? <span className="min-w-0 truncate text-xs text-muted">{subtitle}</span> : null}
          </Cmdk.Item>
        ))}
      </Cmdk.Group>
    );
  });
}

const kinds: { kind: SearchHit['kind']; heading: string; Icon: LucideIcon }[] = [
  { kind: 'bot', heading: 'Bots', Icon: Bot },
  { kind: 'dialog', heading: 'Dialogs', Icon: MessagesSquare },
  { kind: 'interaction', heading: 'Interactions', Icon: MessageSquare },
  { kind: 'integration', heading: 'Integrations', Icon: Workflow },
  { kind: 'credential', heading: 'Credentials', Icon: KeyRound },
  { kind: 'environment', heading: 'Environments', Icon: SlidersHorizontal },
  { kind: 'channel', heading: 'Channels', Icon: MessageCircle },
];

/** The value once it hasn't changed for `delayMs`. */
function useSettled(value: string, delayMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}
