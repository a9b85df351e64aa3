'use client';

import { useMemo } from 'react';

import { useDraftIfOpen } from '@/components/studio/draft/draft-context';
import { groupProblemsByPart, type ProblemGroup } from '@/components/studio/problems/problem-order';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Problems of the draft by dialog and other parts of the bot. */
export function useProblemGroups(problems: readonly DraftProblem[]): ProblemGroup[] {
  const draft = useDraftIfOpen();
  const { dialogIds, dialogs } = draft?.content ?? noDialogs;
  const surroundings = draft?.surroundings;
  return useMemo(() => {
    const integrationNames = new Map(surroundings?.integrations.map(({ id, definition }) => [id, definition.name]));
    return groupProblemsByPart(problems, { dialogIds, dialogs, integrationNames });
  }, [problems, dialogIds, dialogs, surroundings]);
}

const noDialogs: Pick<BotContent, 'dialogIds' | 'dialogs'> = { dialogIds: [], dialogs: {} };
