'use client';

import { Command as Cmdk, defaultFilter } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';

/** One thing that can be chosen. */
export interface PickerOption {
  id: string;
  label: string;
  hint?: string | undefined;
  Icon?: LucideIcon | undefined;
  keywords?: readonly string[] | undefined;
  isChosen?: boolean;
}

/** Options under a heading. */
export interface PickerGroup {
  heading: string;
  options: readonly PickerOption[];
}

/** Properties of `SearchableList`. */
export type SearchableListProps = {
  /** What is chosen: "Kind of interaction". */
  label: string;
  placeholder: string;
  groups: readonly PickerGroup[];
  onChoose: (id: string) => void;
  /** What is offered for words that nothing has, such as making a new thing; gets what was typed. */
  footer?: ((query: string) => ReactNode) | undefined;
  query: string;
  onQueryChange: (query: string) => void;
};

/** A list to search by typing: arrows choose, Enter takes. */
export function SearchableList({ label, placeholder, groups, onChoose, footer, query, onQueryChange }: SearchableListProps) {
  return (
    <Cmdk loop label={label} filter={matchWords}>
      <Cmdk.Input
        autoFocus
        value={query}
        onValueChange={onQueryChange}
        placeholder={placeholder}
        className="h-9 w-full border-b border-line bg-transparent px-3 text-sm outline-none"
      />
      <Cmdk.List className="max-h-80 overflow-y-auto p-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted">
        <Cmdk.Empty className="px-3 py-4 text-center text-muted">Nothing is called “{query}”.</Cmdk.Empty>
        {groups.map(({ heading, options }) => (
          <Cmdk.Group key={heading} heading={heading}>
            {options.map(({ id, label: name, hint, Icon, keywords, isChosen }) => (
              <Cmdk.Item key={id} value={id} keywords={[name, ...(hint ? [hint] : []), ...(keywords ?? [])]} onSelect={() => onChoose(id)} className={pickerItemStyle}>
                {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-faint" /> : null}
                <span className={cn('shrink-0 truncate max-w-3/5', isChosen && 'font-medium text-accent')}>{name}</span>
                {hint ? <span className="ml-auto min-w-0 truncate pl-3 text-xs text-muted">{hint}</span> : null}
              </Cmdk.Item>
            ))}
          </Cmdk.Group>
        ))}
        {footer?.(query)}
      </Cmdk.List>
    </Cmdk>
  );
}

/** By what is read; ids say nothing to people. */
function matchWords(_id: string, search: string, keywords: string[] = []): number {
  return defaultFilter(keywords.join(' '), search, []);
}

/** One line of a searchable list. */
export const pickerItemStyle = 'flex min-h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 data-[selected=true]:bg-raised';
