import { newInteraction } from '@/components/studio/builder/model/new-interaction';
import type { JsonValue } from '@/lib/engine/json';
import type { Button, Choice } from '@/lib/engine/program/choice.schema';
import { interactionSchema, type Interaction, type InteractionKind } from '@/lib/engine/program/interaction.schema';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

/** The interaction as another kind: what both kinds have stays, a button becomes a choice and the other way round. */
export function changeKind(interaction: Interaction, kind: InteractionKind): Interaction {
  if (interaction.kind === kind) return interaction;
  const fresh = newInteraction(kind, interaction.id, interaction.name);
  const shared = Object.entries(withConverted(interaction)).filter(([key, value]) => key !== 'kind' && key !== 'display' && (key in fresh || key === 'vendor') && value !== undefined);
  const parsed = interactionSchema.safeParse({ ...fresh, ...Object.fromEntries(shared) });
  // Fields of one name have one shape in all kinds; should that ever end, the new kind is empty rather than broken.
  return parsed.success ? parsed.data : fresh;
}

/** What a change of kind left behind, in words: `4 choices`. What changing back would bring again isn't lost. */
export function listLost(before: Interaction, after: Interaction): string[] {
  const back: object = changeKind(after, before.kind);
  const empty: object = newInteraction(before.kind, before.id, before.name);
  const isKept = (key: string, value: unknown) => [back, empty].some((other) => isSameJson(toJson(value), toJson(readMember(other, key))));
  const words = Object.entries(before).flatMap(([key, value]) => (isKept(key, value) ? [] : [describeLost(key, value, after)]));
  return [...new Set(words)];
}

function describeLost(key: string, value: unknown, after: Interaction): string {
  if (key === 'buttons' && 'choices' in after && after.choices.length > 0) return 'where its buttons lead';
  if (key === 'choices' && 'buttons' in after && after.buttons.length > 0) return 'the images of its choices';
  const noun = nounByList[key];
  if (noun && Array.isArray(value)) return `${value.length} ${noun}${value.length === 1 ? '' : 's'}`;
  return wordsByMember[key] ?? 'settings of the former type';
}

const nounByList: Readonly<Record<string, string>> = { rules: 'rule', choices: 'choice', buttons: 'button', tiles: 'tile', assignments: 'assignment', acceptedTypes: 'accepted type' };
const wordsByMember: Readonly<Record<string, string>> = {
  text: 'its text',
  message: 'its message',
  url: 'its address',
  json: 'its JSON',
  integrationId: 'its integration',
  choicesFromData: 'where its choices come from',
  processUserResponse: 'its Process User Response code',
  fallbackResponse: 'its fallback response',
  content: 'what its vendor’s platform does with it',
};

function readMember(value: object, key: string): unknown {
  return Object.entries(value).find(([member]) => member === key)?.[1];
}

/** An interaction holds nothing but JSON. */
function toJson(value: unknown): JsonValue {
  return (value ?? null) as JsonValue;
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
      return 'text' in interaction ? { ...interaction, message: interaction.text } : interaction;
  }
}

function toChoice({ id, label, action, metadata }: Button): Choice {
  return { id, label, payload: action.kind === 'postback' ? action.callback : '', imageUrl: '', metadata };
}

function toButton({ id, label, payload, metadata }: Choice): Button {
  return { id, label, action: { kind: 'postback', callback: payload }, metadata };
}
