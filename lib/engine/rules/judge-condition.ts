import type { Condition, ConditionKind } from '@/lib/engine/program/condition.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import type { AnswerFacts } from './answer-facts';
import { judgeApiOutcome, judgeApiResult, judgeNoResults } from './call-conditions';
import { judgeChoice } from './choice-condition';
import { judgeFileUpload, judgeTransferFailed, judgeWebView } from './event-conditions';
import { judgeContains, judgeEndsWith, judgeEquals, judgeExactValue, judgePattern, judgeRegularExpression, judgeStartsWith } from './text-conditions';
import { judgeEntity, judgeIntent } from './understanding-conditions';
import { met, type Verdict } from './verdict';

/** A condition of one kind, for example `ConditionOf<'pattern'>`. */
type ConditionOf<Kind extends ConditionKind> = Extract<Condition, { kind: Kind }>;

const JUDGES: { [Kind in ConditionKind]: (condition: ConditionOf<Kind>, facts: AnswerFacts, program: Program) => Verdict } = {
  // Whoever asks has seen to it that all else was asked before.
  'no-match': () => met('nothing else matched'),
  'exact-value': judgeExactValue,
  equals: judgeEquals,
  contains: judgeContains,
  'starts-with': judgeStartsWith,
  'ends-with': judgeEndsWith,
  pattern: judgePattern,
  'regular-expression': judgeRegularExpression,
  intent: judgeIntent,
  entity: judgeEntity,
  choice: judgeChoice,
  'api-result': judgeApiResult,
  'api-outcome': judgeApiOutcome,
  'no-results': judgeNoResults,
  'transfer-failed': judgeTransferFailed,
  'file-upload': judgeFileUpload,
  'web-view': judgeWebView,
};

/** Whether a condition holds, and why (not). */
export function judgeCondition<Kind extends ConditionKind>(condition: ConditionOf<Kind>, facts: AnswerFacts, program: Program): Verdict {
  const judge: (condition: ConditionOf<Kind>, facts: AnswerFacts, program: Program) => Verdict = JUDGES[condition.kind as Kind]; // A condition's kind is what its type says.
  return judge(condition, facts, program);
}
