import { note, type Turn } from '@/lib/engine/flow/turn';
import { expandAddress } from '@/lib/engine/messages/expand-address';
import { expandPlain } from '@/lib/engine/messages/expand-html';
import type { MessageChoice } from '@/lib/engine/messages/message.schema';
import type { Choice, ChoicesFromData } from '@/lib/engine/program/choice.schema';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { countElements } from '@/lib/engine/variables/expand-text';

/** The choices of a question with their variables filled in: the fixed ones, then one for every element of its data. */
export function expandChoices(turn: Turn, question: { id: string; choices: readonly Choice[]; choicesFromData: ChoicesFromData | null }): MessageChoice[] {
  const fixed = question.choices.map((choice) => expandChoice(turn, choice, question.id));
  return [...fixed, ...expandFromData(turn, question)].filter(({ label }) => label !== '');
}

function expandChoice(turn: Turn, { id, label: template, payload, imageUrl, metadata }: Choice, interactionId: string): MessageChoice {
  const label = expandPlain(turn, template);
  const address = imageUrl === '' ? null : expandAddress(turn, imageUrl, { interactionId });
  return { id, label, payload: expandPlain(turn, payload) || label, ...(address !== null && { imageUrl: address }), ...(metadata.length > 0 && { metadata }) };
}

/** Source: conversation-builder reference, section 10, pain 4. */
function expandFromData(turn: Turn, { id, choicesFromData: data }: { id: string; choicesFromData: ChoicesFromData | null }): MessageChoice[] {
  if (!data) return [];
  const count = countElements([data.label, data.payload], toSnapshot(turn)) ?? 0;
  if (count > data.countMax) note(turn, `Of ${count} choices the first ${data.countMax} are shown.`, id);
  return Array.from({ length: Math.min(count, data.countMax) }, (_, element) => {
    const label = expandPlain(turn, data.label, element);
    return { id: `data-${element + 1}`, label, payload: expandPlain(turn, data.payload, element) || label };
  });
}
