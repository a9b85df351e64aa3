'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';

import type { DiffLine } from '@/components/studio/editors/diff/line-diff';
import { cn } from '@/components/ui/class-names';

const LINE_HEIGHT_PX = 20;

/** The lines of a comparison, one below the other; only visible ones are drawn. */
export function LineDiffView({ lines, ariaLabel }: { lines: readonly DiffLine[]; ariaLabel: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT_PX,
    overscan: 20,
    useFlushSync: false,
  });
  return (
    <div
      ref={scroller}
      role="group"
      tabIndex={0}
      aria-label={ariaLabel}
      className="h-full overflow-auto bg-sunken font-mono text-xs leading-5 focus-visible:-outline-offset-2"
    >
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div key={item.key} className="absolute top-0 left-0 min-w-full" style={{ transform: `translateY(${item.start}px)` }}>
              <Line line={line} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Line({ line }: { line: DiffLine }) {
  if (line.kind === 'skipped') {
    return <div className="bg-raised px-2 text-center text-faint">{line.count.toLocaleString('en')} equal lines</div>;
  }
  const sign = { same: ' ', added: '+', removed: '−' }[line.kind];
  const word = { same: '', added: 'added: ', removed: 'removed: ' }[line.kind];
  return (
    <div className={cn('flex whitespace-pre', line.kind === 'added' && 'bg-good-soft', line.kind === 'removed' && 'bg-bad-soft')}>
      <span aria-hidden className="w-[7ch] shrink-0 text-right text-faint select-none">
        {'beforeNumber' in line ? line.beforeNumber : ''}
      </span>
      <span aria-hidden className="w-[7ch] shrink-0 text-right text-faint select-none">
        {'afterNumber' in line ? line.afterNumber : ''}
      </span>
      <span aria-hidden className="w-[3ch] shrink-0 text-center select-none">
        {sign}
      </span>
      <span className="sr-only">{word}</span>
      <span>{line.text}</span>
    </div>
  );
}
