import { findBehaviour } from '@/lib/engine/interactions/interaction-table';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { assignVariables } from '@/lib/engine/variables/assign-variables';
import { breakFlow } from './break-flow';
import { completeDialog } from './dialog-stack';
import { dropIfNothingWaits } from './drop-frames';
import { followAction, goPast } from './follow-action';
import { handleUnmatched } from './handle-unmatched';
import type { Move } from './move';
import { findOwn } from './program-index';
import { startDialogByMessage } from './start-dialog';
import type { Steps, Turn } from './turn';
import { endWait } from './wait';

/** Most interactions in a row in one dialog without a question. Source: conversation-builder reference, section 7.10. */
export const INTERACTION_CHAIN_MAX = 10;

/** Goes on from interaction to interaction until the conversation rests. */
export function* runFlow(turn: Turn, first: Move): Steps<void> {
  let move = first;
  while (move.kind !== 'rest') move = yield* takeMove(turn, move);
}

function* takeMove(turn: Turn, move: Exclude<Move, { kind: 'rest' }>): Steps<Move> {
  switch (move.kind) {
    case 'complete':
      endWait(turn);
      return completeDialog(turn);
    case 'default':
      return startDialogByMessage(turn) ?? handleUnmatched(turn);
    case 'enter':
      endWait(turn);
      return yield* enterInteraction(turn, move);
  }
}

function* enterInteraction(turn: Turn, { interactionId, isExplicit }: Extract<Move, { kind: 'enter' }>): Steps<Move> {
  const interaction = findOwn(turn.program.interactions, interactionId);
  if (!interaction) {
    turn.trace.push({ kind: 'interaction-skipped', interactionId, reason: 'missing' });
    return goPast(turn, interactionId);
  }
  if (!interaction.enabled) {
    turn.trace.push({ kind: 'interaction-skipped', interactionId, reason: 'disabled' });
    return goPast(turn, interactionId);
  }
  const behaviour = findBehaviour(interaction);
  turn.chainCount += 1;
  // A question ends the chain, so it may come after as many as are allowed.
  if (turn.chainCount > (behaviour.isQuestion() ? INTERACTION_CHAIN_MAX + 1 : INTERACTION_CHAIN_MAX)) {
    return breakFlow(turn, { code: 'flow/interaction-chain-too-long', message: `BREAKING THE INTERACTION FLOW. Reached max limit on daisy chaining of interactions: ${INTERACTION_CHAIN_MAX}. Put a question between them.`, interactionId });
  }
  const skipped = isExplicit ? null : skipFilled(turn, interaction);
  if (skipped) return skipped;
  turn.trace.push({ kind: 'interaction-entered', interactionId });
  const move = yield* behaviour.enter(turn);
  if (move.kind === 'rest') dropIfNothingWaits(turn);
  return move;
}

/** A question whose slots are all filled is not asked; the rule that fills them says where to go. Source: reference, section 8.5. */
function skipFilled(turn: Turn, interaction: Interaction): Move | null {
  if (!('processUserResponse' in interaction)) return null;
  const rule = interaction.rules.find(({ slots }) => slots.length > 0 && slots.every(({ slot }) => findOwn(turn.state.slots, slot) !== null));
  if (!rule) return null;
  turn.trace.push({ kind: 'interaction-skipped', interactionId: interaction.id, reason: 'slot-filled' });
  assignVariables(turn, rule.assignments, 'rule');
  if (rule.next.kind === 'repeat') return followAction(turn, { action: interaction.next, from: interaction, by: 'next-action' });
  return followAction(turn, { action: rule.next, from: interaction, by: 'rule', ruleId: rule.id });
}

