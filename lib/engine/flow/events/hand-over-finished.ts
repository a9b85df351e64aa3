import type { TurnEvent } from '@/lib/engine/event.schema';
import { sendPlatformText } from '@/lib/engine/messages/send-message';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { buildTurnFacts } from '../build-answer-facts';
import { applyRule, chooseRule } from '../choose-rule';
import { endDialogs, completeDialog } from '../dialog-stack';
import { followAction } from '../follow-action';
import { hearMessage } from '../hear-message';
import { REST, type Move } from '../move';
import { findOwn } from '../program-index';
import { startDialogByMessage } from '../start-dialog';
import { note, type Steps, type Turn } from '../turn';
import { endWait } from '../wait';

/** What the bot is told after a failed transfer, as if the consumer had said it. Source: conversation-builder reference, section 2.4. */
const FAILED_MESSAGE = '__agent_escalation_failed__';
/** So often; the next failure in a row is told to the consumer. */
const FAILED_MESSAGE_COUNT_MAX = 3;
const FAILED_TEXT = 'Not able to transfer to Agent at this time. Please try later.';

/** A person took over, could not, or gave the conversation back. Source: conversation-builder reference, section 2.4. */
export function* playHandOverFinished(turn: Turn, { result, reason }: Extract<TurnEvent, { kind: 'hand-over-finished' }>): Steps<Move> {
  const { state } = turn;
  if (state.status !== 'handed-over') {
    note(turn, 'A hand-over ended that the conversation does not wait for.');
    return REST;
  }
  if (result === 'accepted') {
    state.transferFailureCount = 0;
    note(turn, 'A person has taken over.');
    return REST;
  }
  const transfer = findTransfer(turn);
  state.status = 'open';
  endWait(turn);
  if (result === 'failed') return yield* playFailure(turn, transfer, reason);
  state.transferFailureCount = 0;
  note(turn, 'The conversation was given back to the bot.');
  return transfer ? followAction(turn, { action: transfer.next, from: transfer, by: 'next-action' }) : completeDialog(turn);
}

function* playFailure(turn: Turn, transfer: InteractionOf<'agent-transfer'> | null, reason: string): Steps<Move> {
  const { state } = turn;
  state.transferFailureCount += 1;
  note(turn, `The transfer failed${reason === '' ? '' : `: ${reason}`}.`, transfer?.id ?? null);
  const rule = transfer && chooseRule(turn, transfer, buildTurnFacts(turn, { transfer: 'failed' }));
  if (transfer && rule) {
    state.transferFailureCount = 0;
    applyRule(turn, rule, transfer.id);
    return followAction(turn, { action: rule.next, from: transfer, by: 'rule', ruleId: rule.id });
  }
  // The dialog that transfers is over: returning to it would only transfer again.
  endDialogs(turn);
  if (state.transferFailureCount <= FAILED_MESSAGE_COUNT_MAX) {
    yield* hearMessage(turn, { text: FAILED_MESSAGE });
    const started = startDialogByMessage(turn);
    if (started) return started;
    if (turn.index.dialogByKind.has('fallback')) return { kind: 'default' };
  } else state.transferFailureCount = 0;
  sendPlatformText(turn, FAILED_TEXT);
  return REST;
}

function findTransfer({ state, program }: Turn): InteractionOf<'agent-transfer'> | null {
  const id = state.wait?.kind === 'transfer' ? state.wait.interactionId : null;
  const interaction = findOwn(program.interactions, id ?? '');
  return interaction?.kind === 'agent-transfer' ? interaction : null;
}
