import type { BotLink, LinkTarget } from '../bot-link.rules';
import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

/** References by id that lead nowhere, or to nothing chosen yet. */
export function findMissingTargets(draft: CheckedDraft): DraftProblem[] {
  return draft.links
    .filter(({ target }) => !isThere(draft, target))
    .map((link) => ({ severity: 'error', code: `${link.target.kind}/missing`, message: describeMissing(link), place: link.spot }));
}

/** Next actions that lead into a dialog that is switched off. */
export function findDisabledTargets({ content, links, placed }: CheckedDraft): DraftProblem[] {
  const dialogByInteractionId = new Map(placed.map(({ dialog, interaction }) => [interaction.id, dialog]));
  return links.flatMap(({ target, spot, owner, label }): DraftProblem[] => {
    const dialog = target.kind === 'dialog' ? content.dialogs[target.id] : target.kind === 'interaction' ? dialogByInteractionId.get(target.id) : undefined;
    if (!dialog || dialog.enabled || spot.dialogId === dialog.id) return [];
    return [{ severity: 'warning', code: 'dialog/switched-off', message: `${owner}: ${toSentence(label)} leads into the dialog “${dialog.name}”, which is switched off. Switch it on, or lead elsewhere.`, place: spot }];
  });
}

function isThere({ content, surroundings }: CheckedDraft, target: LinkTarget): boolean {
  switch (target.kind) {
    case 'interaction':
      return Object.hasOwn(content.interactions, target.id);
    case 'dialog':
      return Object.hasOwn(content.dialogs, target.id);
    case 'intent':
      return Object.hasOwn(content.intents, target.id);
    case 'entity':
      return Object.hasOwn(content.entities, target.id);
    case 'integration':
      return surroundings.integrations.some(({ id }) => id === target.id);
    case 'field': {
      const integration = surroundings.integrations.find(({ id }) => id === target.integrationId);
      // A missing integration is a problem of its own.
      return !integration || integration.definition.customDataFields.some(({ key }) => key === target.key);
    }
  }
}

function describeMissing({ target, owner, label }: BotLink): string {
  if (target.kind === 'field') return `${owner}: ${toSentence(label)} asks for the field “${target.key}”, which the integration does not have. Choose another one.`;
  // An integration that has no integration, or leads to one, would puzzle people.
  if (label.toLowerCase() === target.kind) return target.id === '' ? `${owner} has no ${target.kind} yet. Choose one.` : `${owner}: its ${target.kind} does not exist any more. Choose another one.`;
  if (target.id === '') return `${owner}: ${toSentence(label)} has no ${target.kind} yet. Choose one.`;
  return `${owner}: ${toSentence(label)} leads to ${target.kind === 'intent' || target.kind === 'integration' || target.kind === 'entity' || target.kind === 'interaction' ? 'an' : 'a'} ${target.kind} that does not exist any more. Choose another one.`;
}

function toSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
