'use client';

import { useState, type RefObject } from 'react';

import type { TemplateField } from '@/components/studio/editors/template/insert-text';
import type { UnknownSpan } from '@/components/studio/editors/template/variable-option';

/** Which unknown reference is pointed at or holds the caret, and so shows its hint. */
export function useUnknownHint(layer: RefObject<HTMLDivElement | null>, unknownSpans: readonly UnknownSpan[]) {
  const [shownStart, setShownStart] = useState<number | null>(null);

  const showAtPointer = (event: React.MouseEvent) => {
    if (unknownSpans.length === 0) return;
    const marks = layer.current?.querySelectorAll<HTMLElement>('[data-unknown-start]') ?? [];
    const mark = Array.from(marks).find((element) => isInside(element, event.clientX, event.clientY));
    setShownStart(mark ? Number(mark.dataset['unknownStart']) : null);
  };

  const showAtCaret = (field: TemplateField) => {
    const caret = field.selectionStart ?? 0;
    const span = caret === field.selectionEnd ? unknownSpans.find(({ start, end }) => start < caret && caret <= end) : undefined;
    setShownStart(span ? span.start : null);
  };

  const shown = unknownSpans.find(({ start }) => start === shownStart) ?? null;
  return { shown, showAtPointer, showAtCaret, hide: () => setShownStart(null) };
}

function isInside(element: HTMLElement, x: number, y: number): boolean {
  return Array.from(element.getClientRects()).some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
  );
}
