import type { Button, Choice, ChoicesFromData, Tile } from '@/lib/engine/program/choice.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

interface Lack {
  field: string;
  message: string;
}

/** Texts, addresses, labels and choices without which an interaction can't be shown. Interactions that are off may lack them. */
export function findRequiredTexts({ placed }: CheckedDraft): DraftProblem[] {
  return placed
    .filter(({ interaction }) => interaction.enabled)
    .flatMap(({ dialog, interaction }) =>
      listLacks(interaction).map(({ field, message }): DraftProblem => ({
        severity: 'error',
        code: 'interaction/incomplete',
        message: `“${interaction.name}” in “${dialog.name}” ${message}`,
        place: { dialogId: dialog.id, interactionId: interaction.id, field },
      })),
    );
}

function listLacks(interaction: Interaction): Lack[] {
  switch (interaction.kind) {
    case 'text':
    case 'private-message':
    case 'text-question':
      return need('text', interaction.text, 'has no text. Enter one.');
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return need('url', interaction.url, 'has no URL. Enter one.');
    case 'multiple-choice':
    case 'quick-reply':
    case 'drop-down':
      return [...need('text', interaction.text, 'has no question text. Enter one.'), ...listChoiceLacks(interaction)];
    case 'structured':
    case 'carousel':
      return listTileLacks(interaction.tiles);
    case 'button':
      return [...need('text', interaction.text, 'has no text. Enter one.'), ...(interaction.buttons.length === 0 ? [{ field: 'buttons', message: 'has no buttons. Add one.' }] : listButtonLacks(interaction.buttons, 'buttons'))];
    case 'web-view':
      return [...need('text', interaction.text, 'has no text. Enter one.'), ...need('buttonLabel', interaction.buttonLabel, 'has no label on its button. Enter one.'), ...need('url', interaction.url, 'has no URL. Enter the address of the page.')];
    case 'universal':
      return need('json', interaction.json, 'has no JSON. Paste a rich message.');
    case 'set-variables':
      return interaction.assignments.length === 0 ? [{ field: 'assignments', message: 'sets no variable. Add one.' }] : interaction.assignments.flatMap(({ name }, index) => need(`assignments.${index}.name`, name, 'sets a variable without a name. Enter one.'));
    case 'integration':
    case 'file-upload':
    case 'agent-transfer':
    case 'foreign':
      return [];
  }
}

function need(field: string, text: string, message: string): Lack[] {
  return text.trim() === '' ? [{ field, message }] : [];
}

function listChoiceLacks({ choices, choicesFromData }: { choices: readonly Choice[]; choicesFromData: ChoicesFromData | null }): Lack[] {
  if (choices.length === 0 && !choicesFromData) return [{ field: 'choices', message: 'offers no choices. Add one.' }];
  return [
    ...choices.flatMap(({ label }, index) => need(`choices.${index}.label`, label, `has a choice without a label, number ${index + 1}. Enter one.`)),
    ...(choicesFromData ? need('choicesFromData.label', choicesFromData.label, 'has no label for its choices from data. Enter one.') : []),
  ];
}

function listTileLacks(tiles: readonly Tile[]): Lack[] {
  if (tiles.length === 0) return [{ field: 'tiles', message: 'has no tiles. Add one.' }];
  return tiles.flatMap(({ title, buttons }, index) => [
    ...need(`tiles.${index}.title`, title, `has a tile without a title, number ${index + 1}. Enter one.`),
    ...listButtonLacks(buttons, `tiles.${index}.buttons`),
  ]);
}

function listButtonLacks(buttons: readonly Button[], path: string): Lack[] {
  return buttons.flatMap(({ label, action }, index) => [
    ...need(`${path}.${index}.label`, label, `has a button without a label, number ${index + 1}. Enter one.`),
    ...(action.kind === 'web-url' ? need(`${path}.${index}.action.url`, action.url, `has a button without a URL, number ${index + 1}. Enter one.`) : []),
  ]);
}
