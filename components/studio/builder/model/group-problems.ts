import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** Problems by the dialog or the interaction in which they are; those elsewhere are left out. */
export function groupProblems(problems: readonly DraftProblem[], by: 'dialogId' | 'interactionId'): Map<string, DraftProblem[]> {
  const groups = new Map<string, DraftProblem[]>();
  for (const problem of problems) {
    const id = problem.place[by];
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group) group.push(problem);
    else groups.set(id, [problem]);
  }
  return groups;
}
