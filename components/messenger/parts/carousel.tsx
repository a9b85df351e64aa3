'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Children, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { useWords } from '@/components/messenger/words/messenger-locale';

/** Properties of `Carousel`. */
export type CarouselProps = { label: string; children: ReactNode };

/**
 * Things side by side, to swipe, to go through by the arrow buttons or, with the focus in it, the arrow keys. The edge of the next
 * one stays in sight. Mirrored where the text runs from right to left.
 */
export function Carousel({ label, children }: CarouselProps) {
  const words = useWords();
  const scrollerRef = useRef<HTMLOListElement>(null);
  const [index, setIndex] = useState(0);
  const slides = Children.toArray(children);

  function goTo(next: number) {
    const slide = scrollerRef.current?.children[Math.max(0, Math.min(next, slides.length - 1))];
    slide?.scrollIntoView({ behavior: 'smooth', inline: 'start', block: 'nearest' });
  }

  function moveByKey(event: KeyboardEvent<HTMLElement>) {
    const isFromRight = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: isFromRight ? -1 : 1, ArrowLeft: isFromRight ? 1 : -1 }[event.key];
    if (step === undefined || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    goTo(index + step);
  }

  return (
    <section aria-roledescription="carousel" aria-label={label} onKeyDown={moveByKey} className="flex min-w-0 flex-col gap-1.5">
      <ol
        ref={scrollerRef}
        tabIndex={0}
        aria-label={words.entries(label, slides.length)}
        onScroll={(event) => setIndex(findFirstVisible(event.currentTarget))}
        className="flex snap-x snap-mandatory gap-2 overflow-x-auto rounded-lg outline-(--messenger-accent-text) [scrollbar-width:none]"
      >
        {slides.map((slide, at) => (
          <li key={at} aria-roledescription="slide" aria-label={words.slideOf(at + 1, slides.length)} className="flex w-[82%] max-w-72 shrink-0 snap-start last:me-px">
            {slide}
          </li>
        ))}
      </ol>
      {slides.length > 1 ? (
        <div className="flex items-center gap-2 text-sm text-(--messenger-muted)">
          <Arrow label={words.previous} isEnabled={index > 0} onClick={() => goTo(index - 1)}>
            <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
          </Arrow>
          <bdi className="tabular-nums">{words.slideOf(index + 1, slides.length)}</bdi>
          <Arrow label={words.next} isEnabled={index < slides.length - 1} onClick={() => goTo(index + 1)}>
            <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
          </Arrow>
        </div>
      ) : null}
    </section>
  );
}

function Arrow({ label, isEnabled, onClick, children }: { label: string; isEnabled: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      // Stays focusable, so that the focus is not lost at either end.
      aria-disabled={!isEnabled}
      onClick={isEnabled ? onClick : undefined}
      className="flex size-8 items-center justify-center rounded-full border border-(--messenger-line)/60 outline-(--messenger-accent-text) hover:bg-(--messenger-bubble) aria-disabled:cursor-default aria-disabled:opacity-40"
    >
      {children}
    </button>
  );
}

/** Which slide stands at the beginning; the last one when the end is reached, since it may never get to the beginning. */
function findFirstVisible(scroller: HTMLElement): number {
  const slides = [...scroller.children];
  if (scroller.scrollWidth - Math.abs(scroller.scrollLeft) - scroller.clientWidth < 4) return slides.length - 1;
  const isFromRight = getComputedStyle(scroller).direction === 'rtl';
  const start = scroller.getBoundingClientRect();
  const distances = slides.map((slide) => {
    const box = slide.getBoundingClientRect();
    return Math.abs(isFromRight ? box.right - start.right : box.left - start.left);
  });
  return distances.indexOf(Math.min(...distances));
}
