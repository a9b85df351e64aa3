import { acceptAnswer } from '@/lib/engine/flow/accept-answer';
import { isTextOnly } from '@/lib/engine/flow/build-answer-facts';
import type { Turn } from '@/lib/engine/flow/turn';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { listChoices } from '@/lib/engine/messages/list-choices';
import type { Content } from '@/lib/engine/messages/message-draft';
import { joinLines, toBracketed } from '@/lib/engine/messages/quick-replies';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { askQuestion } from './ask-question';
import { describePages, expandButton, toChoices } from './expand-button';
import type { InteractionBehaviour } from './interaction-behaviour';

/** A text with buttons that answer or open pages. Source: conversation-builder reference, section 6.5. */
export const button: InteractionBehaviour<'button'> = {
  isQuestion: () => true,
  enter: (turn, question) => askQuestion(turn, question, { prepare: () => prepare(turn, question) }),
  accept: acceptAnswer,
};

function prepare(turn: Turn, { id, text, buttons: templates }: InteractionOf<'button'>): Content {
  const drafts = toTextDrafts(turn, expandHtml(turn, text));
  const buttons = templates.flatMap((template) => expandButton(turn, template, { interactionId: id }) ?? []);
  const choices = toChoices(buttons);
  if (buttons.length === 0) return { messages: drafts, choices };
  const last = drafts.at(-1) ?? { parts: [], plainText: '' };
  const plainText = isTextOnly(turn) ? listChoices(last.parts, choices) : joinLines(last.plainText, toBracketed(choices));
  return { messages: [...drafts.slice(0, -1), { parts: [...last.parts, { kind: 'buttons', buttons }], plainText: joinLines(plainText, ...describePages(buttons)), ...(last.pauseMs !== undefined && { pauseMs: last.pauseMs }) }], choices };
}
