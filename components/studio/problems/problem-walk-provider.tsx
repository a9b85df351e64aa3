'use client';

import { ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';

import { useDraftIfOpen, type DraftHandle } from '@/components/studio/draft/draft-context';
import { useCommands } from '@/components/studio/frame/use-commands';
import { ProblemBar } from '@/components/studio/problems/problem-bar';
import { ProblemWalkContext } from '@/components/studio/problems/problem-walk-context';
import { useProblemGroups } from '@/components/studio/problems/use-problem-groups';
import { useProblemWalk } from '@/components/studio/problems/use-problem-walk';
import { notify } from '@/components/ui/toaster';

/** Lets F8 go from problem to problem over all pages of a bot. Around the pages, so that the walk goes on from one to the next. */
export function ProblemWalkProvider({ children }: { children: ReactNode }) {
  const problems = useDraftIfOpen()?.problems ?? noProblems;
  const inOrder = useProblemGroups(problems).flatMap((group) => group.problems);
  const walk = useProblemWalk(inOrder);
  const step = (by: 1 | -1) => (inOrder.length === 0 ? notify.success('No problems', 'The draft can be published.') : walk.step(by));
  useCommands([
    { id: 'problems.next', label: 'Go to the next problem', section: 'Bot', keys: 'f8', icon: ListChecks, isMeant: isOutsideOfEditors, run: () => step(1) },
    { id: 'problems.previous', label: 'Go to the previous problem', section: 'Bot', keys: 'shift+f8', icon: ListChecks, isMeant: isOutsideOfEditors, run: () => step(-1) },
  ]);
  return (
    <ProblemWalkContext value={step}>
      {children}
      <ProblemBar walk={walk} totalCount={inOrder.length} />
    </ProblemWalkContext>
  );
}

/** A code editor goes through its own problems by the same key. */
function isOutsideOfEditors(target: Element | null): boolean {
  return !target?.closest('.monaco-editor');
}

const noProblems: DraftHandle['problems'] = [];
