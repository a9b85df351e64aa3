'use client';

import { useMemo } from 'react';

import { useDraft } from '@/components/studio/draft/draft-context';
import { groupProblemsByPart, type ProblemGroup } from '@/components/studio/problems/problem-order';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Problems of the draft by dialog and other parts of the bot. */
export function useProblemGroups(problems: readonly DraftProblem[]): ProblemGroup[] {
  const { content, surroundings } = useDraft();
  const { dialogIds, dialogs } = content;
  return useMemo(() => {
    const integrationNames = new Map(surroundings?.integrations.map(({ id, definition }) => [id, definition.name]));
    return groupProblemsByPart(problems, { dialogIds, dialogs, integrationNames });
  }, [problems, dialogIds, dialogs, surroundings]);
}
