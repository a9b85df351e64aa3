import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { lookAtDraft, type CheckedDraft, type Surroundings } from './checked-draft.rules';
import type { DraftProblem } from './problem.schema';
import { findUnhandledOutcomes, findUnhandledTransfers, findWrongSkillIds } from './problems/call-problems.rules';
import { findLongChains } from './problems/chain-problems.rules';
import { findEmptyDialogs, findExtraDialogs, findLostThings } from './problems/dialog-problems.rules';
import { findBrokenExpressions } from './problems/expression-problems.rules';
import { findLongTexts } from './problems/length-problems.rules';
import { findDisabledTargets, findMissingTargets } from './problems/link-problems.rules';
import { findEntityNameProblems, findNameProblems } from './problems/name-problems.rules';
import { findMissingPages } from './problems/page-problems.rules';
import { findBrokenPatterns, findSharedStarters } from './problems/pattern-problems.rules';
import { findUnreachable } from './problems/reach-problems.rules';
import { findRequiredTexts } from './problems/required-text-problems.rules';
import { findExtraNoMatchRules, findRuleProblems } from './problems/rule-problems.rules';
import { findSyntaxErrors, findUnknownFunctions, findUnknownNames } from './problems/script-problems.rules';
import { findThinUnderstanding } from './problems/understanding-problems.rules';
import { findBrokenRichMessages } from './problems/universal-problems.rules';
import { findUnknownEnvironmentKeys, findUnknownFields, findUnknownSlots, findUnknownVariables } from './problems/variable-problems.rules';

const CHECKS: readonly ((draft: CheckedDraft) => DraftProblem[])[] = [
  findEmptyDialogs,
  findExtraDialogs,
  findLostThings,
  findNameProblems,
  findEntityNameProblems,
  findMissingTargets,
  findDisabledTargets,
  findRequiredTexts,
  findBrokenRichMessages,
  findBrokenPatterns,
  findSharedStarters,
  findBrokenExpressions,
  findRuleProblems,
  findExtraNoMatchRules,
  findUnhandledOutcomes,
  findUnhandledTransfers,
  findWrongSkillIds,
  findUnreachable,
  findLongChains,
  findUnknownVariables,
  findUnknownSlots,
  findUnknownEnvironmentKeys,
  findUnknownFields,
  findMissingPages,
  findSyntaxErrors,
  findUnknownFunctions,
  findUnknownNames,
  findThinUnderstanding,
  findLongTexts,
];

/**
 * Everything wrong with a draft: errors first, then warnings, both in the order of the checks. Errors keep it from being published.
 * Quick enough to run while somebody types.
 */
export function findProblems(content: BotContent, surroundings: Surroundings): DraftProblem[] {
  const draft = lookAtDraft(content, surroundings);
  const problems = CHECKS.flatMap((check) => check(draft));
  return [...problems.filter(({ severity }) => severity === 'error'), ...problems.filter(({ severity }) => severity === 'warning')];
}
