import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { CheckedDraft, Surroundings } from './checked-draft.rules';
import { findDialogProblems } from './dialog-problems.rules';
import type { DraftProblem } from './problem.schema';

const CHECKS: readonly ((draft: CheckedDraft) => DraftProblem[])[] = [findDialogProblems];

/** Everything wrong with a draft: errors first, then warnings, both in the order of the bot. Quick enough to run while somebody types. */
export function findProblems(content: BotContent, surroundings: Surroundings): DraftProblem[] {
  const problems = CHECKS.flatMap((check) => check({ content, surroundings }));
  return [...problems.filter(({ severity }) => severity === 'error'), ...problems.filter(({ severity }) => severity === 'warning')];
}
