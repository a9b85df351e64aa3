import { acceptAnswer } from '@/lib/engine/flow/accept-answer';
import { isTextOnly } from '@/lib/engine/flow/build-answer-facts';
import type { Turn } from '@/lib/engine/flow/turn';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { listChoices } from '@/lib/engine/messages/list-choices';
import type { Content, MessageDraft } from '@/lib/engine/messages/message-draft';
import type { MessageCard } from '@/lib/engine/messages/message.schema';
import { joinLines, toBracketed } from '@/lib/engine/messages/quick-replies';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { askQuestion } from './ask-question';
import { describePages, toChoices } from './expand-button';
import { expandTiles } from './expand-tiles';
import type { InteractionBehaviour } from './interaction-behaviour';

type TileKind = 'structured' | 'carousel';

/** Tiles, repeated for every element of their iterated fields, at most 10. Source: conversation-builder reference, sections 1.8 and 6.5. */
export const structured = tileQuestion<'structured'>();
/** The same with a text above, always side by side. */
export const carousel = tileQuestion<'carousel'>();

function tileQuestion<Kind extends TileKind>(): InteractionBehaviour<Kind> {
  return {
    isQuestion: () => true,
    enter: (turn, question) => askQuestion(turn, question, { prepare: () => prepare(turn, question) }),
    accept: acceptAnswer,
  };
}

function prepare(turn: Turn, question: InteractionOf<TileKind>): Content {
  const above = question.kind === 'carousel' ? toTextDrafts(turn, expandHtml(turn, question.text)) : [];
  const cards = expandTiles(turn, question.tiles, question.id);
  if (cards.length === 0) return { messages: above, choices: [] };
  const choices = cards.flatMap(({ buttons }) => toChoices(buttons));
  const layout = question.kind === 'carousel' ? 'horizontal' : question.layout;
  const message: MessageDraft = { parts: [{ kind: 'carousel', cards, layout }], plainText: describeCards(cards, isTextOnly(turn)) };
  return { messages: [...above, message], choices };
}

/** On text-only channels the buttons of all cards are one list, so that a number names one. */
function describeCards(cards: readonly MessageCard[], isListed: boolean): string {
  const texts = cards.map(({ title, subtitle = '', buttons }) => joinLines(title, subtitle, ...describePages(buttons), isListed ? '' : toBracketed(toChoices(buttons))));
  const choices = cards.flatMap(({ buttons }) => toChoices(buttons));
  return [...texts, ...(isListed && choices.length > 0 ? [listChoices([], choices)] : [])].join('\n\n');
}
