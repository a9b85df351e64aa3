'use client';

import { useLayoutEffect, useRef, type ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';

/** Properties of `AnchoredLayer`, beyond those of the element. */
export type AnchoredLayerProps = Omit<ComponentProps<'div'>, 'popover' | 'ref'> & {
  /** Where the layer hangs, in window coordinates; asked again when something scrolls. Null leaves it where it was. */
  findAnchor: () => DOMRect | null;
};

/**
 * A layer above everything else on the page, below a place in a text (above it where there is no room). It stays a
 * child of its place in the document, so focus and the reading order do not move.
 */
export function AnchoredLayer({ findAnchor, className, ...props }: AnchoredLayerProps) {
  const layer = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = layer.current;
    if (!element) return;
    if (!element.matches(':popover-open')) element.showPopover();
    const place = () => placeBelow(element, findAnchor());
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  });

  return (
    <div
      ref={layer}
      popover="manual"
      className={cn('fixed inset-auto m-0 rounded-md border border-line bg-surface p-0 text-sm text-ink shadow-lg', className)}
      {...props}
    />
  );
}

const edgePx = 8;
const gapPx = 4;

function placeBelow(element: HTMLElement, anchor: DOMRect | null): void {
  if (!anchor) return;
  const { width, height } = element.getBoundingClientRect();
  const left = Math.max(edgePx, Math.min(anchor.left, window.innerWidth - width - edgePx));
  const below = anchor.bottom + gapPx;
  const isRoomBelow = below + height + edgePx <= window.innerHeight || anchor.top < height + gapPx + edgePx;
  element.style.left = `${left}px`;
  element.style.top = `${isRoomBelow ? below : anchor.top - height - gapPx}px`;
}
