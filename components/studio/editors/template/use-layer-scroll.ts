'use client';

import { useEffect, useLayoutEffect, type RefObject } from 'react';

import type { TemplateField } from '@/components/studio/editors/template/insert-text';

/**
 * Keeps the painted layer scrolled as far as its field. Browsers do not tell of every scroll inside an `<input>` (dragging
 * a selection, Home and End), so a focused field is also looked at on each frame; an idle field costs nothing.
 */
export function useLayerScroll(field: RefObject<TemplateField | null>, layer: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => follow(field.current, layer.current));

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const followLayer = () => follow(element, layer.current);
    let frame = 0;
    const watch = () => {
      followLayer();
      frame = requestAnimationFrame(watch);
    };
    const start = () => {
      cancelAnimationFrame(frame);
      watch();
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      // Leaving a field scrolls it back to its beginning, after the event.
      requestAnimationFrame(followLayer);
    };
    element.addEventListener('focus', start);
    element.addEventListener('blur', stop);
    element.addEventListener('scroll', followLayer);
    if (document.activeElement === element) start();
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('focus', start);
      element.removeEventListener('blur', stop);
      element.removeEventListener('scroll', followLayer);
    };
  }, [field, layer]);
}

function follow(field: TemplateField | null, layer: HTMLDivElement | null): void {
  if (!field || !layer) return;
  if (layer.scrollLeft !== field.scrollLeft) layer.scrollLeft = field.scrollLeft;
  if (layer.scrollTop !== field.scrollTop) layer.scrollTop = field.scrollTop;
}
