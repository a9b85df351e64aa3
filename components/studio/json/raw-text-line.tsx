'use client';

import { Fragment, type ReactNode } from 'react';

import { findOccurrences } from '@/components/studio/json/raw-text-lines';
import { cn } from '@/components/ui/class-names';

/** One displayed line with its matches marked, the current one more than the others. */
export function RawTextLine(props: {
  text: string;
  /** Position of the line's first character in the whole text. */
  start: number;
  query: string;
  /** Position of the current match in the whole text. */
  currentPosition: number | null;
  isWrapped: boolean;
}) {
  return (
    <span className={cn('px-2', props.isWrapped ? 'min-w-0 flex-1 break-all whitespace-pre-wrap' : 'whitespace-pre')}>
      {markMatches(props)}
      {props.text === '' ? '\u200b' : null}
    </span>
  );
}

function markMatches({ text, start, query, currentPosition }: { text: string; start: number; query: string; currentPosition: number | null }) {
  const parts: ReactNode[] = [];
  let position = 0;
  for (const found of findOccurrences(text, query, 200)) {
    parts.push(<Fragment key={`t${found}`}>{text.slice(position, found)}</Fragment>);
    position = found + query.length;
    const isCurrent = start + found === currentPosition;
    parts.push(
      <mark key={found} className={cn('rounded-xs text-ink', isCurrent ? 'bg-warn-soft outline-2 outline-warn' : 'bg-warn-soft')}>
        {text.slice(found, position)}
      </mark>,
    );
  }
  parts.push(text.slice(position));
  return parts;
}
