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

/**
 * Keeps the end of a growing list in sight unless the person has scrolled away from it.
 * @param ownKey changes when the person has added something, which is always shown
 */
export function useStickToEnd(ownKey: number): StickToEnd {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const isSticking = useRef(true);
  const lastTopPx = useRef(0);
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

  useEffect(() => {
    isSticking.current = true;
    goToEnd();
  }, [ownKey, goToEnd]);

  function noteScroll() {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const isNear = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
    // Content that has grown meanwhile must not be taken for somebody who scrolled away.
    const wentUp = scroller.scrollTop < lastTopPx.current;
    lastTopPx.current = scroller.scrollTop;
    if (isNear) isSticking.current = true;
    else if (wentUp) isSticking.current = false;
    setIsAtEnd(isSticking.current);
  }

  return { scrollerRef, contentRef, isAtEnd, goToEnd, noteScroll };
}
