import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';
import { evaluateRules } from '@/lib/engine/rules/evaluate-rules';
import { buildFacts, type AnswerFacts } from '@/lib/engine/rules/answer-facts';
import { sendBotMessage } from '@/lib/engine/messages/send-message';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import { assignVariables } from '@/lib/engine/variables/assign-variables';
import { fillSlots } from './fill-slots';
import type { Turn } from './turn';

type Ruled = Extract<Interaction, { rules: Rule[] }>;

/** The rule of an interaction that takes these facts, null for none; every attempt goes into the trace. */
export function chooseRule(turn: Turn, { id, rules }: Ruled, facts: AnswerFacts): Rule | null {
  if (rules.length === 0) return null;
  const tapped = facts.payload !== null && facts.payload !== '' && facts.payload !== facts.text ? facts.payload : null;
  const { program } = turn;
  const evaluation = evaluateRules({ program, rules, facts: tapped === null ? facts : withText(facts, tapped) });
  const isTaken = evaluation.rule !== null && !evaluation.rule.conditions.some(({ kind }) => kind === 'no-match');
  // A tap counts by its payload; by its label only when no rule knows the payload.
  const { rule, attempts } = tapped === null || isTaken ? evaluation : evaluateRules({ program, rules, facts });
  for (const { ruleId, matched, reason } of attempts) turn.trace.push({ kind: 'rule-tried', interactionId: id, ruleId, matched, reason });
  return rule;
}

/** Carries out what a rule says besides where to go: variables, slots, message. */
export function applyRule(turn: Turn, rule: Rule, interactionId: string): void {
  assignVariables(turn, rule.assignments, 'rule');
  fillSlots(turn, rule.slots);
  if (rule.message === '') return;
  for (const draft of toTextDrafts(turn, expandHtml(turn, rule.message))) sendBotMessage(turn, draft, { interactionId });
}

/** The same facts about another text; intents, when asked for, are still those of what was shown. */
function withText(facts: AnswerFacts, text: string): AnswerFacts {
  return Object.assign(buildFacts(facts), { text });
}
