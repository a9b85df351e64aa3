'use client';

import { useEffect, useMemo, useState, type ReactNode } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { DraftAroundContext, useDraftIfOpen, type DraftAroundValue } from '@/components/studio/draft/draft-context';
import { useDraftSurroundings } from '@/lib/client/use-draft';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftSurroundings } from '@/lib/modules/draft/draft.contract';
import { findProblems } from '@/lib/modules/draft/find-problems.rules';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

const QUIET_MS = 300;

/** Gives `useDraft` what stands around the draft: the bot's integrations and environment keys, and what is wrong with the draft. */
export function DraftAround({ children }: { children: ReactNode }) {
  const content = useDraftIfOpen()?.content ?? null;
  const surroundings = useDraftSurroundings(useCurrentBot().id).data ?? null;
  const problems = useProblems(content, surroundings);
  const around = useMemo<DraftAroundValue>(() => ({ surroundings, problems }), [surroundings, problems]);
  return <DraftAroundContext value={around}>{children}</DraftAroundContext>;
}

/** Looked for a moment after the last change, since it reads every script. */
function useProblems(content: BotContent | null, surroundings: DraftSurroundings | null): readonly DraftProblem[] {
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  useEffect(() => {
    if (!content || !surroundings) return undefined;
    const timer = setTimeout(() => setProblems(findProblems(content, surroundings)), QUIET_MS);
    return () => clearTimeout(timer);
  }, [content, surroundings]);
  return problems;
}
