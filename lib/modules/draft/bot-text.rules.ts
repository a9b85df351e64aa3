import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { BotSettings } from '@/lib/engine/program/bot-settings.schema';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Intent } from '@/lib/engine/program/understanding.schema';
import { listDefinitionTexts } from './definition-texts.rules';
import type { DraftIntegration } from './draft.contract';
import { listInteractionTexts } from './interaction-texts.rules';
import { keepByThing } from './kept-by-thing.rules';
import type { DraftSpot } from './problem.schema';
import { listRuleTexts } from './rule-texts.rules';
import { template, type TextOf } from './text-of.rules';
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
  return [
    ...toOrderedDialogs(content).flatMap((dialog) => [
      ...listDialogTexts(dialog, null),
      ...dialog.interactionIds.flatMap((id) => {
        const interaction = Object.hasOwn(content.interactions, id) ? content.interactions[id] : undefined;
        return interaction ? listTextsOfInteraction(interaction, dialog) : [];
      }),
    ]),
    ...listOtherTexts(content),
    ...integrations.flatMap((integration) => listIntegrationTexts(integration, null)),
  ];
}

const listDialogTexts = keepByThing((dialog: Dialog, _none: null): BotText[] => {
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
  return placeAll([...own, ...offer], ['dialogs', dialog.id], { spot: { dialogId: dialog.id }, owner: `Dialog “${dialog.name}”` });
});

const listTextsOfInteraction = keepByThing((interaction: Interaction, dialog: Dialog): BotText[] => {
  const spot = { dialogId: dialog.id, interactionId: interaction.id };
  const owner = `“${interaction.name}” in “${dialog.name}”`;
  const rules = 'rules' in interaction ? interaction.rules : [];
  return [
    ...placeAll(listInteractionTexts(interaction), ['interactions', interaction.id], { spot, owner }),
    ...rules.flatMap((rule, index) => placeAll(listRuleTexts(rule, index), ['interactions', interaction.id, 'rules', index], { spot: { ...spot, ruleId: rule.id }, owner })),
  ];
});

function listOtherTexts({ settings, globalFunctions, intents, entities }: BotContent): BotText[] {
  return [
    ...listSettingsTexts(settings, null),
    ...placeAll([{ path: ['globalFunctions'], label: 'Code', kind: 'script', text: globalFunctions }], [], { spot: {}, owner: 'Global Functions' }),
    ...Object.values(intents).flatMap((intent) => listTextsOfIntent(intent, null)),
    ...Object.values(entities).flatMap((entity) => placeAll(listEntityTexts(entity), ['entities', entity.id], { spot: { entityId: entity.id }, owner: `Entity “${entity.name}”` })),
  ];
}

const listSettingsTexts = keepByThing(({ greetingMessage, fallbackText, errorText, integrationFailureText }: BotSettings, _none: null): BotText[] => {
  const texts: TextOf[] = [
    { path: ['greetingMessage'], label: 'Greeting message', kind: 'plain', text: greetingMessage },
    template('fallbackText', 'Fallback text', fallbackText),
    template('errorText', 'Error text', errorText),
    template('integrationFailureText', 'Integration failure text', integrationFailureText),
  ];
  return placeAll(texts, ['settings'], { spot: {}, owner: 'Bot settings' });
});

const listTextsOfIntent = keepByThing((intent: Intent, _none: null): BotText[] =>
  placeAll(listIntentTexts(intent), ['intents', intent.id], { spot: { intentId: intent.id }, owner: `Intent “${intent.name}”` }),
);

const listIntegrationTexts = keepByThing(({ id, definition }: DraftIntegration, _none: null): BotText[] =>
  placeAll(listDefinitionTexts(definition), [], { spot: { integrationId: id }, owner: `Integration “${definition.name}”` }),
);

function placeAll(texts: readonly TextOf[], root: TextOf['path'], { spot, owner }: { spot: DraftSpot; owner: string }): BotText[] {
  return texts
    .filter(({ text }) => text !== '')
    .map(({ path, label, kind, text }) => ({ path: [...root, ...path], label, kind, text, spot: { ...spot, field: path.join('.') }, owner }));
}

/** Dialogs in the bot's order; any that the order forgot come last. */
export function toOrderedDialogs(content: BotContent) {
  const ids = new Set([...content.dialogIds, ...Object.keys(content.dialogs)]);
  return [...ids].flatMap((id) => (Object.hasOwn(content.dialogs, id) && content.dialogs[id] ? [content.dialogs[id]] : []));
}
