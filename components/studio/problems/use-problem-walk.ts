'use client';

import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toSpotHref } from '@/components/studio/builder/uses/spot-href';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Where somebody is who goes from problem to problem. */
export interface ProblemWalk {
  /** The problem that was gone to last, and its number from 1; null before the first one, and when the last one is solved. */
  current: { problem: DraftProblem; number: number } | null;
  /** Goes to the next problem (or, with -1, the one before), from the last to the first again. */
  step: (by: 1 | -1) => void;
  stop: () => void;
}

/** Goes through problems one by one in their order on screen. When one was solved meanwhile, goes on from its place. */
export function useProblemWalk(problems: readonly DraftProblem[]): ProblemWalk {
  const bot = useCurrentBot();
  const navigate = useNavigate();
  const [visited, setVisited] = useState<{ key: string; index: number } | null>(null);
  const index = visited === null ? -1 : problems.findIndex((problem) => toKey(problem) === visited.key);
  const found = problems[index];
  return {
    current: found ? { problem: found, number: index + 1 } : null,
    step(by) {
      if (problems.length === 0) return setVisited(null);
      const start = visited === null ? (by === 1 ? -1 : 0) : index >= 0 ? index : by === 1 ? visited.index - 1 : visited.index;
      const next = (start + by + problems.length) % problems.length;
      const problem = problems[next];
      if (!problem) return undefined;
      setVisited({ key: toKey(problem), index: next });
      return navigate(toSpotHref(bot.id, problem.place));
    },
    stop: () => setVisited(null),
  };
}

function toKey({ code, place }: DraftProblem): string {
  return JSON.stringify([code, place]);
}
