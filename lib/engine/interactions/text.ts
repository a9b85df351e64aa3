import { expandHtml } from '@/lib/engine/messages/expand-html';
import type { Content } from '@/lib/engine/messages/message-draft';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import { note, type Turn } from '@/lib/engine/flow/turn';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { countElements } from '@/lib/engine/variables/expand-text';
import { enterStatement } from './enter-statement';
import type { InteractionBehaviour } from './interaction-behaviour';

type Text = InteractionOf<'text'>;

/** Texts that close instead of being sent. Source: conversation-builder reference, section 5.10. */
const CLOSING_TEXTS: Record<string, Content['closing']> = { LP_CLOSEDIALOG: 'close-dialog', LP_CLOSECONVERSATION: 'close-conversation' };

/** A text; repeated for every element of iterated values where it says so. Source: reference, sections 6.4 and 10, pain 3. */
export const text: InteractionBehaviour<'text'> = {
  isQuestion: () => false,
  enter: (turn, interaction) => enterStatement(turn, interaction, () => prepare(turn, interaction)),
  accept: null,
};

function prepare(turn: Turn, interaction: Text): Content {
  const closing = CLOSING_TEXTS[expandHtml(turn, interaction.text).trim()];
  if (closing) return { messages: [], choices: [], closing };
  const messages = expandRepeated(turn, interaction).flatMap((html) => toTextDrafts(turn, html));
  return { messages, choices: [] };
}

/** The texts to send. Lines without iterated values stand once; without any iterated value nothing repeats. */
function expandRepeated(turn: Turn, { id, text: template, repeat, repeatCountMax }: Text): string[] {
  if (repeat === 'no') return [expandHtml(turn, template)];
  const units = repeat === 'line-each' ? template.split('\n') : [template];
  const expanded = units.map((unit) => {
    const count = countElements([unit], toSnapshot(turn));
    if (count === null) return [expandHtml(turn, unit)];
    if (count > repeatCountMax) note(turn, `Of ${count} elements the first ${repeatCountMax} are shown.`, id);
    return Array.from({ length: Math.min(count, repeatCountMax) }, (_, element) => expandHtml(turn, unit, element));
  });
  return repeat === 'line-each' ? [expanded.flat().join('\n')] : expanded.flat();
}
