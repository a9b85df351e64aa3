import { CircleX, TriangleAlert } from 'lucide-react';

import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** A small sign that something is wrong with a thing, with the reasons in words; nothing when nothing is. */
export function ProblemMark({ problems }: { problems: readonly DraftProblem[] }) {
  if (problems.length === 0) return null;
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const Icon = hasErrors ? CircleX : TriangleAlert;
  const words = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return (
    <span title={problems.map(({ message }) => message).join('\n')} className={hasErrors ? 'inline-flex text-bad' : 'inline-flex text-warn'}>
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">, {words}</span>
    </span>
  );
}
