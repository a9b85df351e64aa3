'use client';

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** How a scrolling list keeps its end in sight. */
export type StickToEnd = {
  scrollerRef: RefObject<HTMLDivElement | null>;
  contentRef: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  goToEnd: () => void;
  /** Give it to the scroller's `onScroll`. */
  noteScroll: () => void;
};

const NEAR_PX = 48;

/** Keeps the end of a growing list in sight unless the person has scrolled away from it. */
export function useStickToEnd(): StickToEnd {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const isSticking = useRef(true);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const goToEnd = useCallback(() => {
    const scroller = scrollerRef.current;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }, []);

  useEffect(() => {
    const [scroller, content] = [scrollerRef.current, contentRef.current];
    if (!scroller || !content) return;
    const observer = new ResizeObserver(() => (isSticking.current ? goToEnd() : undefined));
    observer.observe(content);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [goToEnd]);

  function noteScroll() {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    isSticking.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
    setIsAtEnd(isSticking.current);
  }

  return { scrollerRef, contentRef, isAtEnd, goToEnd, noteScroll };
}
