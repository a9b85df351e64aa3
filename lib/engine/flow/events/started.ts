import type { TurnEvent } from '@/lib/engine/event.schema';
import { REST, type Move } from '../move';
import { beginSession } from '../session';
import { startDialog } from '../start-dialog';
import { note, reportFault, type Steps, type Turn } from '../turn';
import { hearMessage } from '../hear-message';

/** The conversation begins without a message: at the dialog that was named, else with the greeting. */
export function* playStarted(turn: Turn, { dialogId }: Extract<TurnEvent, { kind: 'started' }>): Steps<Move> {
  if (turn.state.status !== 'open') return REST;
  const begun = yield* beginSession(turn);
  if (begun) return begun;
  if (dialogId === null) return yield* greet(turn);
  const move = startDialog(turn, { dialogId, intentId: null, reason: 'debugger' });
  if (!move) reportFault(turn, { code: 'flow/missing-target', message: 'The dialog to start at does not exist or is switched off. Choose another one.' });
  return move ?? REST;
}

/** Gives the greeting to the bot as if the consumer had said it. Source: conversation-builder reference, section 9.4. */
export function* greet(turn: Turn): Steps<Move> {
  const { greetingMessage } = turn.program.settings;
  if (greetingMessage.trim() === '') return REST;
  note(turn, `The greeting “${greetingMessage}” is given to the bot as if the consumer had said it.`);
  yield* hearMessage(turn, { text: greetingMessage });
  return { kind: 'default' };
}
