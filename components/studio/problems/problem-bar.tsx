'use client';

import { ArrowDown, ArrowUp, CircleX, TriangleAlert, X } from 'lucide-react';
import { createPortal } from 'react-dom';

import type { ProblemWalk } from '@/components/studio/problems/use-problem-walk';
import { IconButton } from '@/components/ui/icon-button';
import { floatingStyle } from '@/components/ui/menu-style';
import { cn } from '@/components/ui/class-names';

/** Which problem one has gone to with F8, at the lower edge of the window. */
export function ProblemBar({ walk, totalCount }: { walk: ProblemWalk; totalCount: number }) {
  if (!walk.current) return null;
  const { problem, number } = walk.current;
  const isError = problem.severity === 'error';
  const Icon = isError ? CircleX : TriangleAlert;
  return createPortal(
    <section
      aria-label="Going through the problems"
      className={cn(floatingStyle, 'fixed bottom-4 left-1/2 z-30 flex w-140 max-w-[calc(100vw-16px)] -translate-x-1/2 items-start gap-2 px-3 py-2')}
    >
      <Icon aria-hidden className={`mt-1.5 size-4 shrink-0 ${isError ? 'text-bad' : 'text-warn'}`} />
      <p role="status" className="min-w-0 flex-1 py-1 break-words">
        <span className="text-muted tabular-nums">
          {number} of {totalCount}{' '}
        </span>
        <span className="sr-only">{isError ? 'Error: ' : 'Warning: '}</span>
        {problem.message}
      </p>
      <span className="flex shrink-0">
        <IconButton label="Previous problem" onClick={() => walk.step(-1)}>
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton label="Next problem" hint="Next problem (F8)" onClick={() => walk.step(1)}>
          <ArrowDown aria-hidden />
        </IconButton>
        <IconButton label="Stop going through the problems" onClick={walk.stop}>
          <X aria-hidden />
        </IconButton>
      </span>
    </section>,
    document.body,
  );
}
