import type { CallResult } from '@/lib/engine/call-result.schema';
import type { ExpressionMatch } from '@/lib/engine/event.schema';
import type { JsonValue } from '@/lib/engine/json';
import type { EntitiesFound } from '@/lib/engine/nlu/find-entities';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';

/** A choice or postback button that the question offered, in the order shown. */
export interface OfferedChoice {
  label: string;
  payload: string;
}

/**
 * Everything that rules can ask about. What doesn't apply is null or empty: an answer has no call result, a call has no text.
 * `intents` may be a getter, so that utterances are scored only when somebody asks.
 */
export interface AnswerFacts {
  /** What the consumer said; null when the rules judge something else. */
  text: string | null;
  /** Of the button, quick reply or choice that was tapped. */
  payload: string | null;
  choices: readonly OfferedChoice[];
  /** Whether choices were shown as a list; only then a letter or number chooses one. Source: reference, section 6.5. */
  isTextOnly: boolean;
  /** As `scoreIntents` gives them, best first. */
  intents: readonly IntentScore[];
  entities: EntitiesFound;
  /** By expression; see `listRuleExpressions`. */
  expressionMatches: Readonly<Record<string, ExpressionMatch>>;
  call: CallResult | null;
  transfer: 'failed' | null;
  file: 'success' | 'failure' | 'invalid-type' | null;
  webView: 'posted' | 'timed-out' | null;
  /** A variable's value under its bare name, as `getBotVariable` takes it; undefined or null when unset. */
  readVariable(name: string): JsonValue | undefined;
  /** The value of a variable condition with its variables filled in. */
  expandText(template: string): string;
}

/** Facts in which nothing happened, to be filled in. */
export function buildFacts(facts: Partial<AnswerFacts> = {}): AnswerFacts {
  const none: AnswerFacts = {
    text: null,
    payload: null,
    choices: [],
    isTextOnly: false,
    intents: [],
    entities: {},
    expressionMatches: {},
    call: null,
    transfer: null,
    file: null,
    webView: null,
    readVariable: () => undefined,
    expandText: (template) => template,
  };
  return Object.defineProperties(none, Object.getOwnPropertyDescriptors(facts));
}
