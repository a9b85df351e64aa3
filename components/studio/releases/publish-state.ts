import type { DraftHandle } from '@/components/studio/draft/draft-context';
import type { Unpublished } from '@/components/studio/releases/use-unpublished';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** The problems that keep a draft from being published. */
export function listErrors(problems: readonly DraftProblem[]): DraftProblem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** Why a draft can't be published now, in words; null when it can. */
export function explainBlock({ problems, saveState }: Pick<DraftHandle, 'problems' | 'saveState'>, { live, differences }: Unpublished): string | null {
  const { length } = listErrors(problems);
  if (length > 0) return `${length === 1 ? '1 problem has' : `${length} problems have`} to be fixed first.`;
  if (saveState === 'offline') return 'Parley does not answer, so the draft is not saved.';
  if (saveState === 'conflict') return 'Choose between the two versions above first.';
  if (saveState === 'refused') return 'One of your changes is not saved; the reason stands above the page.';
  if (live && differences?.length === 0) return 'There is nothing to publish.';
  return null;
}

/** What publishing would change for consumers, in one sentence. */
export function describeUnpublished({ live, differences }: Unpublished): string {
  if (!live) return 'Consumers talk to a release, not to the draft. The first one makes the bot answer.';
  if (differences === null) return `Release ${live.number} is live.`;
  const { length } = differences;
  if (length === 0) return `Nothing changed since release ${live.number}, which is live.`;
  return `${length} ${length === 1 ? 'thing' : 'things'} changed since release ${live.number}, which is live.`;
}
