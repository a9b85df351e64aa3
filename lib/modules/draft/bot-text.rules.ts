import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { listDefinitionTexts } from './definition-texts.rules';
import type { DraftIntegration } from './draft.contract';
import { listInteractionTexts } from './interaction-texts.rules';
import type { DraftSpot } from './problem.schema';
import { listRuleTexts } from './rule-texts.rules';
import type { TextOf } from './text-of.rules';
import { listEntityTexts, listIntentTexts } from './understanding-texts.rules';

/** A text of a bot with its place. */
export interface BotText extends TextOf {
  /** From the content's root; from the definition's root when `spot.integrationId` is given. */
  path: TextOf['path'];
  spot: DraftSpot;
  /** What it belongs to, in words: `“Ask city” in “Orders”`. */
  owner: string;
}

/** Every text of a bot, scripts included, in the order of the bot. Texts that are empty are left out. */
export function listBotTexts(content: BotContent, integrations: readonly DraftIntegration[]): BotText[] {
  return [...listDialogTexts(content), ...listOtherTexts(content), ...integrations.flatMap(listIntegrationTexts)].filter(({ text }) => text !== '');
}

function listDialogTexts(content: BotContent): BotText[] {
  return toOrderedDialogs(content).flatMap((dialog) => {
    const { starter, disambiguation } = dialog;
    const own: TextOf[] = [
      { path: ['name'], label: 'Name', kind: 'name', text: dialog.name },
      { path: ['description'], label: 'Description', kind: 'plain', text: dialog.description },
      ...starter.patterns.map((text, index): TextOf => ({ path: ['starter', 'patterns', index], label: 'Pattern', kind: 'plain', text })),
      ...starter.excludeKeywords.map((text, index): TextOf => ({ path: ['starter', 'excludeKeywords', index], label: 'Exclude keyword', kind: 'plain', text })),
    ];
    const offer: TextOf[] =
      dialog.kind !== 'disambiguation'
        ? []
        : [
            { path: ['disambiguation', 'text'], label: 'Text', kind: 'template', text: disambiguation.text },
            { path: ['disambiguation', 'noneLabel'], label: 'Label of “none”', kind: 'template', text: disambiguation.noneLabel },
            { path: ['disambiguation', 'noneReply'], label: 'Reply to “none”', kind: 'template', text: disambiguation.noneReply },
          ];
    const where = { spot: { dialogId: dialog.id }, owner: `dialog “${dialog.name}”` };
    return [...[...own, ...offer].map((text) => place(text, ['dialogs', dialog.id], where)), ...dialog.interactionIds.flatMap((id) => listTextsOfInteraction(content, dialog.id, id))];
  });
}

function listTextsOfInteraction(content: BotContent, dialogId: string, id: string): BotText[] {
  const interaction = Object.hasOwn(content.interactions, id) ? content.interactions[id] : undefined;
  if (!interaction) return [];
  const spot = { dialogId, interactionId: id };
  const owner = `“${interaction.name}” in “${content.dialogs[dialogId]?.name ?? ''}”`;
  const rules = 'rules' in interaction ? interaction.rules : [];
  return [
    ...listInteractionTexts(interaction).map((text) => place(text, ['interactions', id], { spot, owner })),
    ...rules.flatMap((rule, index) => listRuleTexts(rule, index).map((text) => place(text, ['interactions', id, 'rules', index], { spot: { ...spot, ruleId: rule.id }, owner }))),
  ];
}

function listOtherTexts({ settings, globalFunctions, intents, entities }: BotContent): BotText[] {
  const bot = { spot: {}, owner: 'the bot’s settings' };
  return [
    place({ path: ['greetingMessage'], label: 'Greeting message', kind: 'plain', text: settings.greetingMessage }, ['settings'], bot),
    place({ path: ['fallbackText'], label: 'Fallback text', kind: 'template', text: settings.fallbackText }, ['settings'], bot),
    place({ path: ['errorText'], label: 'Error text', kind: 'template', text: settings.errorText }, ['settings'], bot),
    place({ path: ['integrationFailureText'], label: 'Integration failure text', kind: 'template', text: settings.integrationFailureText }, ['settings'], bot),
    place({ path: ['globalFunctions'], label: 'Code', kind: 'script', text: globalFunctions }, [], { spot: {}, owner: 'Global functions' }),
    ...Object.values(intents).flatMap((intent) => listIntentTexts(intent).map((text) => place(text, ['intents', intent.id], { spot: { intentId: intent.id }, owner: `intent “${intent.name}”` }))),
    ...Object.values(entities).flatMap((entity) => listEntityTexts(entity).map((text) => place(text, ['entities', entity.id], { spot: { entityId: entity.id }, owner: `entity “${entity.name}”` }))),
  ];
}

function listIntegrationTexts({ id, definition }: DraftIntegration): BotText[] {
  return listDefinitionTexts(definition).map((text) => place(text, [], { spot: { integrationId: id }, owner: `integration “${definition.name}”` }));
}

function place(text: TextOf, root: TextOf['path'], { spot, owner }: { spot: DraftSpot; owner: string }): BotText {
  return { ...text, path: [...root, ...text.path], spot: { ...spot, field: text.path.join('.') || undefined }, owner };
}

/** Dialogs in the bot's order; any that the order forgot come last. */
export function toOrderedDialogs(content: BotContent) {
  const ids = new Set([...content.dialogIds, ...Object.keys(content.dialogs)]);
  return [...ids].flatMap((id) => (Object.hasOwn(content.dialogs, id) && content.dialogs[id] ? [content.dialogs[id]] : []));
}
