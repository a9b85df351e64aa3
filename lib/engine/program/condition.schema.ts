import { z } from 'zod';

const valueSchema = z.string().max(2_000, 'Use at most 2,000 characters.');
const linesSchema = z.array(z.string().max(1_000, 'Use at most 1,000 characters.')).max(500, 'Use at most 500 lines.');

/**
 * Every way a run of an integration can end, `success` included. The kinds are those of an integration run's outcome;
 * `interrupted`: the server stopped while the call was under way, and its retry rule does not allow to repeat it.
 */
export const callOutcomeKindSchema = z.enum([
  'success',
  'http-failure',
  'timeout',
  'connection-failed',
  'blocked-address',
  'too-many-redirects',
  'response-too-large',
  'invalid-response',
  'script-failed',
  'script-limit',
  'invalid-request',
  'credential-failed',
  'cancelled',
  'interrupted',
]);
export type CallOutcomeKind = z.infer<typeof callOutcomeKindSchema>;

/**
 * What a rule asks of an answer or a result. Source: conversation-builder reference, section 7.6; finer call outcomes,
 * `no-results`, `equals`, `contains`, `starts-with` and `ends-with` are ours.
 *
 * Texts: `exact-value` compares as typed but for outer blanks; all others ignore case and outer and repeated blanks.
 */
export const conditionSchema = z.discriminatedUnion('kind', [
  /** Nothing else matched; judged last, wherever it stands. */
  z.object({ kind: z.literal('no-match') }),
  z.object({ kind: z.literal('exact-value'), value: valueSchema }),
  z.object({ kind: z.literal('equals'), value: valueSchema }),
  z.object({ kind: z.literal('contains'), value: valueSchema }),
  z.object({ kind: z.literal('starts-with'), value: valueSchema }),
  z.object({ kind: z.literal('ends-with'), value: valueSchema }),
  z.object({ kind: z.literal('pattern'), patterns: linesSchema, excludeKeywords: linesSchema.default([]) }),
  /** JavaScript syntax, found anywhere in the answer; heeds case unless it begins with `(?i)`. Runs in the sandbox with a time limit. */
  z.object({ kind: z.literal('regular-expression'), expression: valueSchema }),
  /** At least GOOD. Source: reference, section 7.4. */
  z.object({ kind: z.literal('intent'), intentId: z.string() }),
  z.object({ kind: z.literal('entity'), entityId: z.string() }),
  /** A button, quick reply or choice: its payload, its label, or its letter or number in text-only channels. Source: 6.5, Evaluate Options. */
  z.object({ kind: z.literal('choice'), value: valueSchema }),
  z.object({ kind: z.literal('api-result'), result: z.enum(['success', 'failure']) }),
  /** One of these outcomes; with `statuses`, an HTTP status of these too. */
  z.object({ kind: z.literal('api-outcome'), outcomes: z.array(callOutcomeKindSchema), statuses: z.array(z.number().int().min(100).max(599)).default([]) }),
  /** The call succeeded and captured nothing: in the named custom data field, or in any of them when empty. */
  z.object({ kind: z.literal('no-results'), fieldKey: z.string().max(100).default('') }),
  z.object({ kind: z.literal('transfer-failed') }),
  z.object({ kind: z.literal('file-upload'), result: z.enum(['success', 'failure', 'invalid-type']) }),
  z.object({ kind: z.literal('web-view'), result: z.enum(['posted', 'timed-out']) }),
]);
export type Condition = z.infer<typeof conditionSchema>;
export type ConditionKind = Condition['kind'];

/** How a variable's value is compared. Numbers compare as numbers when both sides are numbers. Case counts, except for `matches-pattern`. */
export const comparisonOperatorSchema = z.enum([
  'equals',
  'not-equals',
  'contains',
  'not-contains',
  'starts-with',
  'ends-with',
  'matches-pattern',
  'greater-than',
  'greater-or-equal',
  'less-than',
  'less-or-equal',
  'is-one-of',
  'is-set',
  'is-not-set',
  'is-empty',
  'is-not-empty',
]);
export type ComparisonOperator = z.infer<typeof comparisonOperatorSchema>;

/** A condition on a variable. `variable` is a bare name as `getBotVariable` takes it: `city`, `X.key`, `X.key.count`, `api_XStatus`. */
export const variableConditionSchema = z.object({
  variable: z.string().max(500, 'Use at most 500 characters.'),
  operator: comparisonOperatorSchema,
  /** May hold variables; for `is-one-of` one value a line. */
  value: valueSchema.default(''),
});
export type VariableCondition = z.infer<typeof variableConditionSchema>;
