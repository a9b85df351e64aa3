'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';

import type { DuplicateRemarks } from '@/components/studio/understanding/find-duplicates';
import type { EditedLines } from '@/components/studio/understanding/line-edits';
import { LineRow } from '@/components/studio/understanding/line-row';

const ROW_HEIGHT_PX = 32;
const ROWS_SHOWN_MAX = 14;

/** Properties of `LineTable`. */
export type LineTableProps = {
  /** What a line is: "Training phrase". */
  label: string;
  placeholder: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
  lengthMax: number;
  remarks: DuplicateRemarks;
  /** Names completed after `@`. */
  entityNames?: readonly string[];
};

/**
 * Texts one below the other: Enter begins the next, pasting many lines makes many, ↑ ↓ move. An empty line waits at the end.
 * Only what is in sight is drawn, so thousands are no trouble.
 */
export function LineTable({ label, placeholder, lines, onChange, lengthMax, remarks, entityNames = [] }: LineTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // Lines that were just begun and hold nothing yet aren't stored.
  const [draftLines, setDraftLines] = useState<readonly string[] | null>(null);
  const isDraftCurrent = draftLines !== null && toStored(draftLines).join('\n') === lines.join('\n');
  const shown = withEmptyEnd(isDraftCurrent ? draftLines : lines);
  const focus = useRef<EditedLines['focus'] | null>(null);
  const virtualizer = useVirtualizer({ count: shown.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT_PX, overscan: 8 });

  function write(next: readonly string[], nextFocus: EditedLines['focus'] | null = null) {
    focus.current = nextFocus;
    setDraftLines(next);
    const stored = toStored(next);
    if (stored.join('\n') !== lines.join('\n')) onChange(stored);
  }

  function moveTo(index: number, caret: number) {
    if (index < 0 || index >= shown.length) return;
    focus.current = { index, caret };
    focusPending();
  }

  // The row may be drawn only after scrolling; each drawing tries again.
  function focusPending() {
    const wanted = focus.current;
    if (!wanted) return;
    virtualizer.scrollToIndex(wanted.index);
    const field = scroller.current?.querySelector<HTMLInputElement>(`[data-line="${wanted.index}"]`);
    if (!field) return;
    focus.current = null;
    field.focus();
    field.setSelectionRange(wanted.caret, wanted.caret);
  }
  useEffect(focusPending);

  return (
    <div ref={scroller} role="group" aria-label={`${label}s`} style={{ maxHeight: ROW_HEIGHT_PX * ROWS_SHOWN_MAX }} className="overflow-y-auto rounded-md border border-line-strong bg-sunken focus-within:border-accent">
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <LineRow
            key={index}
            style={{ height: ROW_HEIGHT_PX, transform: `translateY(${start}px)` }}
            label={`${label} ${index + 1}`}
            placeholder={index === shown.length - 1 ? placeholder : ''}
            index={index}
            lines={shown}
            lengthMax={lengthMax}
            remark={remarks.get(toStoredIndex(shown, index))}
            entityNames={entityNames}
            onWrite={write}
            onMoveTo={moveTo}
          />
        ))}
      </div>
    </div>
  );
}

function withEmptyEnd(lines: readonly string[]): readonly string[] {
  return lines.at(-1)?.trim() === '' ? lines : [...lines, ''];
}

function toStored(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '');
}

/** Remarks count stored lines only. */
function toStoredIndex(lines: readonly string[], index: number): number {
  return lines.slice(0, index).filter((line) => line.trim() !== '').length;
}
