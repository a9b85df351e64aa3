import { acceptAnswer } from '@/lib/engine/flow/accept-answer';
import type { Turn } from '@/lib/engine/flow/turn';
import type { Content } from '@/lib/engine/messages/message-draft';
import type { MessageButton, MessageChoice, MessagePart } from '@/lib/engine/messages/message.schema';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { askQuestion } from './ask-question';
import { buildChoiceContent } from './choice-content';
import { expandChoices } from './expand-choices';
import type { InteractionBehaviour } from './interaction-behaviour';

type ChoiceKind = 'multiple-choice' | 'quick-reply' | 'drop-down';

/** Choices as buttons or quick replies, as a list on text-only channels. Source: conversation-builder reference, section 6.5. */
export const multipleChoice = choiceQuestion<'multiple-choice'>((turn, question) => {
  const choices = expandChoices(turn, question);
  const part = question.display === 'quick-reply' ? toQuickReplies(choices, question.choicesPerRow) : { kind: 'buttons' as const, buttons: choices.map(toButton) };
  return buildChoiceContent(turn, { text: question.text, choices, part, list: question });
});

export const quickReply = choiceQuestion<'quick-reply'>((turn, question) => {
  const choices = expandChoices(turn, question);
  return buildChoiceContent(turn, { text: question.text, choices, part: toQuickReplies(choices, question.choicesPerRow) });
});

export const dropDown = choiceQuestion<'drop-down'>((turn, question) => {
  const choices = expandChoices(turn, question);
  return buildChoiceContent(turn, { text: question.text, choices, part: { kind: 'drop-down', choices, placeholder: question.placeholder } });
});

function choiceQuestion<Kind extends ChoiceKind>(prepare: (turn: Turn, question: InteractionOf<Kind>) => Content): InteractionBehaviour<Kind> {
  return {
    isQuestion: () => true,
    enter: (turn, question) => askQuestion(turn, question, { prepare: () => prepare(turn, question) }),
    accept: acceptAnswer,
  };
}

function toQuickReplies(choices: MessageChoice[], choicesPerRow: number | null): MessagePart {
  return { kind: 'quick-replies', choices, ...(choicesPerRow !== null && { choicesPerRow }) };
}

function toButton({ id, label, payload, metadata }: MessageChoice): MessageButton {
  return { kind: 'postback', id, label, payload, ...(metadata && { metadata }) };
}
