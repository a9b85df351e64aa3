import { newInteraction } from '@/components/studio/builder/model/new-interaction';
import type { Button, Choice } from '@/lib/engine/program/choice.schema';
import { interactionSchema, type Interaction, type InteractionKind } from '@/lib/engine/program/interaction.schema';

/** The interaction as another kind: what both kinds have stays, a button becomes a choice and the other way round. */
export function changeKind(interaction: Interaction, kind: InteractionKind): Interaction {
  if (interaction.kind === kind) return interaction;
  const fresh = newInteraction(kind, interaction.id, interaction.name);
  const shared = Object.entries(withConverted(interaction)).filter(([key, value]) => key !== 'kind' && key !== 'display' && (key in fresh || key === 'vendor') && value !== undefined);
  const parsed = interactionSchema.safeParse({ ...fresh, ...Object.fromEntries(shared) });
  // Fields of one name have one shape in all kinds; should that ever end, the new kind is empty rather than broken.
  return parsed.success ? parsed.data : fresh;
}

/** The interaction with its words also under the names by which other kinds know them. */
function withConverted(interaction: Interaction): object {
  switch (interaction.kind) {
    case 'button':
      return { ...interaction, choices: interaction.buttons.map(toChoice) };
    case 'multiple-choice':
    case 'quick-reply':
    case 'drop-down':
      return { ...interaction, buttons: interaction.choices.map(toButton) };
    case 'agent-transfer':
      return { ...interaction, text: interaction.message };
    case 'structured':
      return { ...interaction, text: interaction.tiles[0]?.title ?? '' };
    default:
      return interaction;
  }
}

function toChoice({ id, label, action, metadata }: Button): Choice {
  return { id, label, payload: action.kind === 'postback' ? action.callback : '', imageUrl: '', metadata };
}

function toButton({ id, label, payload, metadata }: Choice): Button {
  return { id, label, action: { kind: 'postback', callback: payload }, metadata };
}
