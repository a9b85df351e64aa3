import type { Interaction } from '@/lib/engine/program/interaction.schema';

/** What a consumer can choose in a question, as its rules get to know it: payloads, else labels; each once. */
export function listChoiceValues(interaction: Interaction): string[] {
  const buttons = 'tiles' in interaction ? interaction.tiles.flatMap((tile) => tile.buttons) : 'buttons' in interaction ? interaction.buttons : [];
  const choices = 'choices' in interaction ? interaction.choices.map(({ label, payload }) => payload || label) : [];
  const postbacks = buttons.flatMap(({ label, action }) => (action.kind === 'postback' ? [action.callback || label] : []));
  return [...new Set([...choices, ...postbacks])].filter((value) => value !== '');
}

/** Whether consumers answer by choosing. */
export function hasChoices(interaction: Interaction): boolean {
  return 'choices' in interaction || 'buttons' in interaction || 'tiles' in interaction || interaction.kind === 'universal';
}
