'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';

import { IconButton } from '@/components/ui/icon-button';
import { SearchInput } from '@/components/ui/search-input';

/** Search within a document: the query, how many matches, and the way from one to the next (Enter, Shift+Enter). */
export function FindBar(props: {
  label: string;
  query: string;
  onQueryChange: (query: string) => void;
  matchCount: number;
  /** Counting stopped at `matchCount`. */
  isCapped: boolean;
  /** Index of the current match; null before the first step. */
  current: number | null;
  onStep: (step: 1 | -1) => void;
}) {
  const { matchCount, current } = props;
  const total = `${matchCount.toLocaleString('en')}${props.isCapped ? '+' : ''}`;
  const status = matchCount === 0 ? 'No match' : current === null ? `${total} found` : `${current + 1} of ${total}`;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1">
      <SearchInput
        label={props.label}
        value={props.query}
        onValueChange={props.onQueryChange}
        className="w-full max-w-60"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          props.onStep(event.shiftKey ? -1 : 1);
        }}
      />
      {props.query.trim() === '' ? null : (
        <>
          <span role="status" className="shrink-0 px-1 text-xs whitespace-nowrap text-muted tabular-nums">
            {status}
          </span>
          <IconButton label="Previous match" disabled={matchCount === 0} onClick={() => props.onStep(-1)}>
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton label="Next match" disabled={matchCount === 0} onClick={() => props.onStep(1)}>
            <ChevronDown aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  );
}
