import type { Button, Choice, ChoicesFromData, Tile } from '@/lib/engine/program/choice.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { listTexts, template, type TextOf } from './text-of.rules';

/** Every text of an interaction but those of its rules, in the order of the form. */
export function listInteractionTexts(interaction: Interaction): TextOf[] {
  const { name, comment, preProcess, postProcess } = interaction;
  return [
    { path: ['name'], label: 'Name', kind: 'name', text: name },
    ...listOwnTexts(interaction),
    ...('fallbackResponse' in interaction ? [template('fallbackResponse', 'Fallback response', interaction.fallbackResponse)] : []),
    { path: ['comment'], label: 'Comment', kind: 'plain', text: comment },
    { path: ['preProcess'], label: 'Pre-Process code', kind: 'script', text: preProcess },
    { path: ['postProcess'], label: 'Post-Process code', kind: 'script', text: postProcess },
    ...('processUserResponse' in interaction ? [{ path: ['processUserResponse'], label: 'Process User Response code', kind: 'script' as const, text: interaction.processUserResponse }] : []),
  ];
}

function listOwnTexts(interaction: Interaction): TextOf[] {
  switch (interaction.kind) {
    case 'text':
    case 'private-message':
    case 'text-question':
      return [template('text', 'Text', interaction.text)];
    case 'image':
    case 'audio':
    case 'video':
      return [template('url', 'URL', interaction.url), template('description', 'Description', interaction.description)];
    case 'file':
      return [template('url', 'URL', interaction.url), template('fileName', 'File name', interaction.fileName)];
    case 'multiple-choice':
    case 'quick-reply':
      return [template('text', 'Text', interaction.text), ...listChoiceTexts(interaction)];
    case 'drop-down':
      return [template('text', 'Text', interaction.text), template('placeholder', 'Placeholder', interaction.placeholder), ...listChoiceTexts(interaction)];
    case 'structured':
      return listTexts('tiles', interaction.tiles, listTileTexts);
    case 'carousel':
      return [template('text', 'Text', interaction.text), ...listTexts('tiles', interaction.tiles, listTileTexts)];
    case 'button':
      return [template('text', 'Text', interaction.text), ...listTexts('buttons', interaction.buttons, (button, number) => listButtonTexts(button, `button ${number}`))];
    case 'web-view':
      return [template('text', 'Text', interaction.text), template('buttonLabel', 'Label of the button', interaction.buttonLabel), template('url', 'URL', interaction.url)];
    case 'file-upload':
      return [
        template('text', 'Text', interaction.text),
        template('successText', 'Success message', interaction.successText),
        template('failureText', 'Failure message', interaction.failureText),
        template('invalidText', 'Validation message', interaction.invalidText),
        template('progressText', 'In-progress message', interaction.progressText),
      ];
    case 'agent-transfer':
      return [template('message', 'Message', interaction.message), template('skillId', 'Agent skill id', interaction.skillId), template('agentId', 'Agent id', interaction.agentId)];
    case 'universal':
      return [template('json', 'JSON', interaction.json)];
    case 'set-variables':
      return listTexts('assignments', interaction.assignments, ({ name, value }, number) => [
        { path: ['name'], label: `Name of variable ${number}`, kind: 'set-name', text: name },
        template('value', `Value of variable ${number}`, value),
      ]);
    case 'integration':
    case 'foreign':
      return [];
  }
}

function listChoiceTexts({ choices, choicesFromData }: { choices: readonly Choice[]; choicesFromData: ChoicesFromData | null }): TextOf[] {
  const fixed = listTexts('choices', choices, ({ label, payload, imageUrl }, number) => [
    template('label', `Choice ${number}`, label),
    template('payload', `Payload of choice ${number}`, payload),
    template('imageUrl', `Image URL of choice ${number}`, imageUrl),
  ]);
  if (!choicesFromData) return fixed;
  const { label, payload } = choicesFromData;
  return [...fixed, { ...template('', 'Choices from data', label), path: ['choicesFromData', 'label'] }, { ...template('', 'Payload of choices from data', payload), path: ['choicesFromData', 'payload'] }];
}

function listTileTexts({ title, subtitle, imageUrl, itemUrl, buttons }: Tile, number: number): TextOf[] {
  return [
    template('title', `Title of tile ${number}`, title),
    template('subtitle', `Subtitle of tile ${number}`, subtitle),
    template('imageUrl', `Image URL of tile ${number}`, imageUrl),
    template('itemUrl', `Item URL of tile ${number}`, itemUrl),
    ...listTexts('buttons', buttons, (button, buttonNumber) => listButtonTexts(button, `button ${buttonNumber} of tile ${number}`)),
  ];
}

function listButtonTexts({ label, action }: Button, name: string): TextOf[] {
  const [member, text] = action.kind === 'postback' ? ['callback', action.callback] : ['url', action.url];
  return [template('label', `Label of ${name}`, label), { path: ['action', member], label: `${action.kind === 'postback' ? 'Callback' : 'URL'} of ${name}`, kind: 'template', text }];
}
