'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

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
/** So far from the beginning older entries are asked for, so that they are there before one arrives. */
const NEAR_BEGINNING_PX = 600;

/** Properties of `useStickToEnd`. */
export type StickToEndOptions = {
  /** Changes when the person has added something, which is always shown. */
  ownKey: number | string;
  /** Number of the first entry; when it falls, older ones have come before it, and what is in sight stays where it is. */
  firstSeq: number;
  /** Called while the beginning is near. */
  onNearBeginning?: (() => void) | undefined;
  /** Told when the end comes into sight or leaves it. */
  onAtEndChange?: ((isAtEnd: boolean) => void) | undefined;
};

/** Keeps the end of a growing list in sight unless the person has scrolled away from it. */
export function useStickToEnd({ ownKey, firstSeq, onNearBeginning, onAtEndChange }: StickToEndOptions): StickToEnd {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const isSticking = useRef(true);
  const lastTopPx = useRef(0);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const goToEnd = useCallback(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    scroller.scrollTop = scroller.scrollHeight;
    // Whoever scrolls up before the browser has told of this has gone up all the same.
    lastTopPx.current = scroller.scrollTop;
  }, []);

  useKeepPlace(scrollerRef, contentRef, firstSeq);
  useEffect(() => onAtEndChange?.(isAtEnd), [isAtEnd, onAtEndChange]);

  // What was unread when the list came on screen is shown from its beginning.
  useLayoutEffect(() => {
    const [scroller, divider] = [scrollerRef.current, contentRef.current?.querySelector('[data-unread-divider]')];
    if (!scroller) return;
    goToEnd();
    if (!divider) return;
    const fromDividerPx = scroller.scrollHeight - (divider.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop);
    if (fromDividerPx <= scroller.clientHeight) return;
    isSticking.current = false;
    setIsAtEnd(false);
    divider.scrollIntoView({ block: 'start' });
  }, [goToEnd]);

  useEffect(() => {
    const [scroller, content] = [scrollerRef.current, contentRef.current];
    if (!scroller || !content) return;
    const observer = new ResizeObserver(() => (isSticking.current ? goToEnd() : undefined));
    observer.observe(content);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [goToEnd]);

  const shownKey = useRef(ownKey);
  useEffect(() => {
    if (shownKey.current === ownKey) return;
    shownKey.current = ownKey;
    isSticking.current = true;
    goToEnd();
  }, [ownKey, goToEnd]);

  // A list too short to scroll far is always near its beginning.
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller && scroller.scrollHeight - scroller.clientHeight < NEAR_BEGINNING_PX) onNearBeginning?.();
  }, [firstSeq, onNearBeginning]);

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
    if (scroller.scrollTop < NEAR_BEGINNING_PX) onNearBeginning?.();
  }

  return { scrollerRef, contentRef, isAtEnd, goToEnd, noteScroll };
}

/** Keeps what is in sight where it is when entries come before it. Not every browser does so by itself; the scroller has it switched off (`overflow-anchor`). */
function useKeepPlace(scrollerRef: RefObject<HTMLDivElement | null>, contentRef: RefObject<HTMLDivElement | null>, firstSeq: number): void {
  const before = useRef({ firstSeq, heightPx: 0 });
  useLayoutEffect(() => {
    const [scroller, content] = [scrollerRef.current, contentRef.current];
    if (!scroller || !content) return;
    const last = before.current;
    if (firstSeq < last.firstSeq && last.heightPx > 0) scroller.scrollTop = scroller.scrollTop + scroller.scrollHeight - last.heightPx;
    before.current = { firstSeq, heightPx: scroller.scrollHeight };
  });
}
