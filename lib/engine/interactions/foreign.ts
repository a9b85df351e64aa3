import { followAction } from '@/lib/engine/flow/follow-action';
import type { Move } from '@/lib/engine/flow/move';
import { note, type Steps, type Turn } from '@/lib/engine/flow/turn';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import type { InteractionBehaviour } from './interaction-behaviour';

/** An interaction that only its vendor's platform can run: skipped, its next action followed. */
export const foreign: InteractionBehaviour<'foreign'> = { isQuestion: () => false, enter, accept: null };

function* enter(turn: Turn, interaction: InteractionOf<'foreign'>): Steps<Move> {
  turn.trace.push({ kind: 'interaction-skipped', interactionId: interaction.id, reason: 'foreign' });
  note(turn, `An interaction of type ${interaction.foreignType} runs on its vendor’s platform only, so it was skipped.`, interaction.id);
  return followAction(turn, { action: interaction.next, from: interaction, by: 'next-action' });
}
