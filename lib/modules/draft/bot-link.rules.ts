import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { NextAction } from '@/lib/engine/program/next-action.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';
import { toOrderedDialogs } from './bot-text.rules';
import { keepByThing } from './kept-by-thing.rules';
import type { DraftSpot } from './problem.schema';
import { toRuleLabel } from './rule-texts.rules';
import type { TextPath } from './text-of.rules';

/** What is referred to by its id. */
export type LinkTarget = { kind: 'interaction' | 'dialog' | 'integration' | 'intent' | 'entity'; id: string } | { kind: 'field'; integrationId: string; key: string };

/** Where a bot refers to one of its things by id. */
export interface BotLink {
  target: LinkTarget;
  /** Of the id (or key), from the content's root. */
  path: TextPath;
  spot: DraftSpot;
  /** In words: `Rule 2: next action`. */
  label: string;
  /** What it belongs to, in words. */
  owner: string;
}

type LinkOf = Pick<BotLink, 'target' | 'path' | 'label'>;

/** Every reference by id, in the order of the bot. An id that is empty counts: something has still to be chosen. */
export function listLinks(content: BotContent): BotLink[] {
  return toOrderedDialogs(content).flatMap((dialog) => [
    ...listStarterLinks(dialog),
    ...dialog.interactionIds.flatMap((id) => {
      const interaction = Object.hasOwn(content.interactions, id) ? content.interactions[id] : undefined;
      return interaction ? listInteractionLinks(interaction, dialog) : [];
    }),
  ]);
}

function listStarterLinks({ id, name, starter }: Dialog): BotLink[] {
  if (starter.intentId === null) return [];
  const link: LinkOf = { target: { kind: 'intent', id: starter.intentId }, path: ['starter', 'intentId'], label: 'Intent' };
  return [placeLink(link, ['dialogs', id], { spot: { dialogId: id }, owner: `Dialog “${name}”` })];
}

const listInteractionLinks = keepByThing((interaction: Interaction, dialog: Dialog): BotLink[] => {
  const { id } = interaction;
  const where = { spot: { dialogId: dialog.id, interactionId: id }, owner: `“${interaction.name}” in “${dialog.name}”` };
  const own: LinkOf[] = [
    ...(interaction.kind === 'integration' ? [{ target: { kind: 'integration' as const, id: interaction.integrationId }, path: ['integrationId'], label: 'Integration' }] : []),
    ...toNextLinks(interaction.next, 'Next action'),
  ];
  const rules = 'rules' in interaction ? interaction.rules : [];
  return [
    ...own.map((link) => placeLink(link, ['interactions', id], where)),
    ...rules.flatMap((rule, index) => listRuleLinks(rule, index, interaction).map((link) => placeLink(link, ['interactions', id, 'rules', index], { ...where, spot: { ...where.spot, ruleId: rule.id } }))),
  ];
});

function placeLink(link: LinkOf, root: TextPath, { spot, owner }: Pick<BotLink, 'spot' | 'owner'>): BotLink {
  return { ...link, path: [...root, ...link.path], spot: { ...spot, field: link.path.join('.') }, owner };
}

function listRuleLinks(rule: Rule, index: number, interaction: Interaction): LinkOf[] {
  const name = toRuleLabel(rule, index);
  const integrationId = interaction.kind === 'integration' ? interaction.integrationId : '';
  return [
    ...rule.conditions.flatMap((condition, number) => toConditionLinks(condition, integrationId).map((link) => ({ ...link, path: ['conditions', number, ...link.path], label: `${name}: condition` }))),
    ...rule.slots.map(({ entityId }, number): LinkOf => ({ target: { kind: 'entity', id: entityId }, path: ['slots', number, 'entityId'], label: `${name}: slot` })),
    ...toNextLinks(rule.next, `${name}: next action`),
  ];
}

function toConditionLinks(condition: Condition, integrationId: string): Omit<LinkOf, 'label'>[] {
  switch (condition.kind) {
    case 'intent':
      return [{ target: { kind: 'intent', id: condition.intentId }, path: ['intentId'] }];
    case 'entity':
      return [{ target: { kind: 'entity', id: condition.entityId }, path: ['entityId'] }];
    case 'no-results':
      return condition.fieldKey === '' ? [] : [{ target: { kind: 'field', integrationId, key: condition.fieldKey }, path: ['fieldKey'] }];
    default:
      return [];
  }
}

function toNextLinks(next: NextAction, label: string): LinkOf[] {
  if (next.kind === 'interaction') return [{ target: { kind: 'interaction', id: next.interactionId }, path: ['next', 'interactionId'], label }];
  if (next.kind === 'dialog') return [{ target: { kind: 'dialog', id: next.dialogId }, path: ['next', 'dialogId'], label }];
  return [];
}
