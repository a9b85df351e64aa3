import { expandHtml } from '@/lib/engine/messages/expand-html';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import { enterStatement } from './enter-statement';
import type { InteractionBehaviour } from './interaction-behaviour';

/** A text for operators that the consumer does not see. */
export const privateMessage: InteractionBehaviour<'private-message'> = {
  isQuestion: () => false,
  enter: (turn, interaction) =>
    enterStatement(turn, interaction, () => ({
      messages: toTextDrafts(turn, expandHtml(turn, interaction.text)).map((draft) => ({ ...draft, visibility: 'private' as const })),
      choices: [],
    })),
  accept: null,
};
