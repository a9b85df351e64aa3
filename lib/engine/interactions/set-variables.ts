import { assignVariables } from '@/lib/engine/variables/assign-variables';
import { enterStatement } from './enter-statement';
import type { InteractionBehaviour } from './interaction-behaviour';

/** Sets bot variables and goes on; shows nothing. */
export const setVariables: InteractionBehaviour<'set-variables'> = {
  isQuestion: () => false,
  enter: (turn, interaction) =>
    enterStatement(turn, interaction, () => {
      assignVariables(turn, interaction.assignments, 'interaction');
      return { messages: [], choices: [] };
    }),
  accept: null,
};
