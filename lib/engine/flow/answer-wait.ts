import type { Attachment } from '@/lib/engine/event.schema';
import { findBehaviour } from '@/lib/engine/interactions/interaction-table';
import { readDisambiguation } from './disambiguation';
import { understand } from './hear-message';
import { REST, type Move } from './move';
import { findOwn } from './program-index';
import { startDialog } from './start-dialog';
import type { Answer } from './answer';
import { note, type Steps, type Turn } from './turn';
import { endWait } from './wait';

/** Gives what the consumer said to whatever waits for it; without anything waiting to the dialogs' starters. */
export function* answerWait(turn: Turn, { attachment = null, webView = null }: { attachment?: Attachment | null; webView?: Answer['webView'] }): Steps<Move> {
  const { wait, lastUserMessage } = turn.state;
  if (wait?.kind === 'answer') {
    const { text, payload } = lastUserMessage;
    return yield* answerQuestion(turn, wait.interactionId, { text, payload, attachment, file: null, webView, choices: wait.choices });
  }
  if (wait?.kind === 'disambiguation') {
    const answer = readDisambiguation(turn, wait);
    if (answer.kind === 'asked-again') return REST;
    if (answer.kind === 'intent') return (yield* startDisambiguated(turn, answer, wait.dialogId)) ?? { kind: 'default' };
  }
  return { kind: 'default' };
}

/** Gives an answer to a question; a question that a newer release lacks is forgotten. */
export function* answerQuestion(turn: Turn, interactionId: string, answer: Answer): Steps<Move> {
  const interaction = findOwn(turn.program.interactions, interactionId);
  const accepting = interaction && findBehaviour(interaction).accept(turn, answer);
  if (accepting) return yield* accepting;
  note(turn, 'The question that waited is not in the bot any more, so the message is handled as if nothing had been asked.', interactionId);
  endWait(turn);
  return answer.text === null ? REST : { kind: 'default' };
}

/** Starts the dialog of the intent that was meant; slots are filled from what was said first. */
function* startDisambiguated(turn: Turn, { intentId, utterance }: { intentId: string; utterance: string }, disambiguationId: string): Steps<Move | null> {
  const intent = findOwn(turn.program.intents, intentId);
  const dialog = Object.values(turn.program.dialogs).find(({ starter, enabled, kind }) => starter.intentId === intentId && enabled && kind === 'standard');
  if (!intent || !dialog) return null;
  endWait(turn);
  turn.state.disambiguated = { intentId, name: intent.name };
  turn.trace.push({ kind: 'dialog-left', dialogId: disambiguationId, reason: 'completed' });
  yield* understand(turn, utterance, turn.index.entityExpressions);
  return startDialog(turn, { dialogId: dialog.id, intentId, reason: 'disambiguation' });
}
