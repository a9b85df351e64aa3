import { sendPlatformText } from '@/lib/engine/messages/send-message';
import type { ScriptCommand } from '@/lib/engine/script/conversation-script.schema';
import type { ScriptOutcome } from './script-outcome';
import { nextKey, note, reportFault, type Steps, type Turn } from './turn';
import { unexpectedEvent } from './unexpected-event';

type TransferCommand = Extract<ScriptCommand, { kind: 'transfer-to-bot' }>;

/** Most transfers before the consumer says something again. */
export const TRANSFER_COUNT_MAX = 5;

/**
 * Ends the turn here and lets another bot go on. When that bot can't be talked to, the consumer is told that something went wrong and
 * the flow goes on as if the script had not asked. Source: conversation-builder reference, section 5.5.
 */
export function* transferToBot(turn: Turn, { botId, dialogName, message }: TransferCommand, { interactionId, outcome }: { interactionId: string | null; outcome: ScriptOutcome }): Steps<void> {
  const { state, event } = turn;
  const refuse = (code: string, reason: string) => {
    reportFault(turn, { code, message: `The conversation could not be transferred to another bot: ${reason} The flow goes on as if transferToBotDialog had not been called.`, interactionId });
    sendPlatformText(turn, turn.program.settings.errorText);
  };
  const transferCount = event.kind === 'bot-transferred' ? event.transferCount + 1 : 1;
  if (transferCount > TRANSFER_COUNT_MAX) {
    return refuse('flow/too-many-transfers', `bots have transferred it to each other ${TRANSFER_COUNT_MAX} times since the consumer last said something. Put a question between them.`);
  }
  const answer = yield { kind: 'find-bot', key: nextKey(turn), botId: botId.trim(), dialogName: dialogName.trim() };
  if (answer.event.kind !== 'bot-found') throw unexpectedEvent(`A search for a bot was answered by ${answer.event.kind}.`);
  const { target, problem } = answer.event;
  if (target === null) return refuse('flow/transfer-target-missing', problem);
  const { transfer } = state;
  turn.effects.push({ kind: 'transfer-to-bot', botId: botId.trim(), releaseId: target.releaseId, dialogName: dialogName.trim(), message: message || transfer.userMessage, intent: transfer.intentId, transferCount });
  // They belong to a bot and its consumer.
  state.variables.permanent = { ...target.permanent };
  turn.snapshot = null;
  outcome.isStopped = true;
  outcome.isTransferred = true;
  note(turn, `The conversation goes on with the bot ${botId.trim()}.`, interactionId);
}
