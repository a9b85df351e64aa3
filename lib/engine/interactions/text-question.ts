import { acceptAnswer } from '@/lib/engine/flow/accept-answer';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import { askQuestion } from './ask-question';
import type { InteractionBehaviour } from './interaction-behaviour';

/** A question that is answered in words. Source: conversation-builder reference, section 6.5. */
export const textQuestion: InteractionBehaviour<'text-question'> = {
  isQuestion: () => true,
  enter: (turn, question) => askQuestion(turn, question, { prepare: () => ({ messages: toTextDrafts(turn, expandHtml(turn, question.text)), choices: [] }) }),
  accept: acceptAnswer,
};
