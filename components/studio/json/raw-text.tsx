'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { WrapText } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';

import { FindBar } from '@/components/studio/json/find-bar';
import { prettyJson } from '@/components/studio/json/pretty-json';
import { RawTextLine } from '@/components/studio/json/raw-text-line';
import { findOccurrences, findRawLine, rawLineAt, splitRawText } from '@/components/studio/json/raw-text-lines';
import { cn } from '@/components/ui/class-names';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';

/** Properties of `RawText`. */
export type RawTextProps = {
  text: string;
  /** The name for screen readers, for example "Raw response". */
  label: string;
  /** Indent JSON first; the text as it came stays what is copied. */
  isPretty?: boolean | undefined;
  className?: string | undefined;
};

const LINE_HEIGHT_PX = 20;
const MATCHES_MAX = 1_000;

/** A text of up to several megabytes with line numbers, search and a wrap switch; only visible lines are drawn. */
export function RawText({ text, label, isPretty = false, className }: RawTextProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isWrapped, setIsWrapped] = useState(false);
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<number | null>(null);
  const settledQuery = useDeferredValue(query);
  const shown = useMemo(() => (isPretty ? prettyJson(text).text : text), [text, isPretty]);
  const lines = useMemo(() => splitRawText(shown), [shown]);
  const matches = useMemo(() => findOccurrences(shown, settledQuery, MATCHES_MAX), [shown, settledQuery]);
  const digits = String(lines.numbers.at(-1) ?? 1).length;
  // Kept the same: the virtualizer walks all lines again when it changes.
  const getItemKey = useCallback((index: number) => (isWrapped ? `wrapped${index}` : index), [isWrapped]);
  const virtualizer = useVirtualizer({
    count: lines.starts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT_PX,
    overscan: 20,
    getItemKey,
    useFlushSync: false,
  });
  const currentPosition = current === null ? null : (matches[current] ?? null);

  useEffect(() => {
    if (currentPosition !== null) virtualizer.scrollToIndex(findRawLine(lines, currentPosition), { align: 'center' });
  }, [currentPosition, lines, virtualizer]);

  const step = (direction: 1 | -1) => {
    if (matches.length === 0) return;
    const first = direction === 1 ? 0 : matches.length - 1;
    setCurrent(current === null ? first : (current + direction + matches.length) % matches.length);
  };

  return (
    <div className={cn('flex h-full min-h-0 flex-col', className)}>
      <div className="flex items-center gap-1 border-b border-line px-2 py-1">
        <FindBar
          label={`Search ${label.toLowerCase()}`}
          query={query}
          onQueryChange={(next) => {
            setQuery(next);
            setCurrent(null);
          }}
          matchCount={matches.length}
          isCapped={matches.length >= MATCHES_MAX}
          current={current}
          onStep={step}
        />
        <IconButton
          label="Wrap lines"
          aria-pressed={isWrapped}
          className="aria-pressed:bg-accent-soft aria-pressed:text-accent"
          onClick={() => setIsWrapped(!isWrapped)}
        >
          <WrapText aria-hidden />
        </IconButton>
        <CopyButton value={text} label={`Copy ${label.toLowerCase()}`} />
      </div>
      <div
        ref={scroller}
        role="group"
        tabIndex={0}
        aria-label={label}
        className="min-h-0 flex-1 overflow-auto font-mono text-xs leading-5 focus-visible:-outline-offset-2"
      >
        <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.key}
              ref={isWrapped ? virtualizer.measureElement : undefined}
              data-index={item.index}
              className={cn('absolute top-0 left-0 flex', isWrapped ? 'w-full' : 'min-w-full')}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <span
                aria-hidden
                className="sticky left-0 shrink-0 border-r border-line bg-surface px-2 text-right text-faint select-none"
                style={{ width: `calc(${digits}ch + 17px)` }}
              >
                {lines.numbers[item.index] === lines.numbers[item.index - 1] ? '' : lines.numbers[item.index]}
              </span>
              <RawTextLine
                text={rawLineAt(shown, lines, item.index)}
                start={lines.starts[item.index] ?? 0}
                query={settledQuery}
                currentPosition={currentPosition}
                isWrapped={isWrapped}
              />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
