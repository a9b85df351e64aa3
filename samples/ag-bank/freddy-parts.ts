import type { z } from 'zod';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { choiceSchema } from '@/lib/engine/program/choice.schema';
import type { dialogSchema } from '@/lib/engine/program/dialog.schema';
import type { interactionSchema } from '@/lib/engine/program/interaction.schema';
import type { NextAction } from '@/lib/engine/program/next-action.schema';
import type { ruleSchema } from '@/lib/engine/program/rule.schema';

type InteractionInput = z.input<typeof interactionSchema>;
type RuleInput = z.input<typeof ruleSchema>;

/** A dialog of Freddy with its interactions in order. Ids are readable: they show up in traces and addresses. */
export type FreddyDialog = Omit<z.input<typeof dialogSchema>, 'interactionIds'> & { interactions: InteractionInput[] };

/** Goes to a dialog of Freddy. */
export function toDialog(dialogId: string): NextAction {
  return { kind: 'dialog', dialogId };
}

/** Goes to an interaction, which may be in another dialog. */
export function toInteraction(interactionId: string): NextAction {
  return { kind: 'interaction', interactionId };
}

/** A rule with one condition. */
export function when(id: string, name: string, { condition, ...rest }: { condition: Condition } & Omit<RuleInput, 'id' | 'name' | 'conditions'>): RuleInput {
  return { id, name, conditions: [condition], ...rest };
}

/** A rule for one tapped or typed choice. */
export function whenChosen(payload: string, name: string, rest: Omit<RuleInput, 'id' | 'name' | 'conditions'>): RuleInput {
  return when(`chose-${payload}`, name, { condition: { kind: 'choice', value: payload }, ...rest });
}

/** A choice with the payload by which rules know it. */
export function choice(payload: string, label: string): z.input<typeof choiceSchema> {
  return { id: `choice-${payload}`, label, payload };
}

/**
 * The rules that lead everything that can go wrong with a call to “Bank trouble”, each kind to its own words there.
 * `task`: what “Try again” goes back to.
 */
export function troubleRules(task: 'statement' | 'card-statement' | 'card' | 'branches'): RuleInput[] {
  const assignments = [{ name: 'failedTask', value: task, duration: 'session' as const }];
  return [
    when('too-slow', 'The bank is slow', { condition: { kind: 'api-outcome', outcomes: ['timeout'], statuses: [] }, assignments, next: toInteraction('trouble-slow') }),
    when('too-busy', 'The bank is busy', { condition: { kind: 'api-outcome', outcomes: ['http-failure'], statuses: [429] }, assignments, next: toInteraction('trouble-busy') }),
    when('failed', 'Anything else went wrong', { condition: { kind: 'api-result', result: 'failure' }, assignments, next: toInteraction('trouble-down') }),
  ];
}
