import { interactionSchema, type Interaction, type InteractionKind } from '@/lib/engine/program/interaction.schema';

/** What a kind needs to be a valid draft, still empty. */
const emptyByKind: Record<InteractionKind, object> = {
  text: { text: '' },
  image: { url: '' },
  audio: { url: '' },
  video: { url: '' },
  file: { url: '' },
  'private-message': { text: '' },
  'multiple-choice': { text: '' },
  'text-question': { text: '' },
  structured: {},
  carousel: {},
  button: { text: '' },
  'quick-reply': { text: '' },
  'drop-down': { text: '' },
  'web-view': { text: '', buttonLabel: 'Open', url: '' },
  'file-upload': {},
  integration: { integrationId: '' },
  'agent-transfer': {},
  universal: { json: '' },
  'set-variables': {},
  foreign: { foreignType: '', content: null },
};

/** An interaction of a kind with nothing in it yet. */
export function newInteraction(kind: InteractionKind, id: string, name: string): Interaction {
  return interactionSchema.parse({ kind, id, name, ...emptyByKind[kind] });
}
