import type { TurnEvent } from '@/lib/engine/event.schema';
import { quote } from '@/lib/engine/rules/verdict';
import { enterDialog } from '../dialog-stack';
import { findDialogByIntent, findDialogByName } from '../find-dialog';
import { hearMessage } from '../hear-message';
import { REST, type Move } from '../move';
import { prefillSlots } from '../prefill-slots';
import { beginSession } from '../session';
import { note, reportFault, type Steps, type Turn } from '../turn';

type BotTransferred = Extract<TurnEvent, { kind: 'bot-transferred' }>;

/**
 * Another bot handed the conversation over: it goes on at the dialog that was named, else at that of the intent that was sent, else at
 * the one that the message starts, else at the fallback. Source: conversation-builder reference, section 7.11.
 */
export function* playBotTransferred(turn: Turn, event: BotTransferred): Steps<Move> {
  if (turn.state.status !== 'open') return REST;
  note(turn, `The bot ${event.fromBotId} handed the conversation over.`);
  const begun = yield* beginSession(turn);
  const { lastUserMessage } = turn.state;
  yield* hearMessage(turn, event.message === '' ? lastUserMessage : { text: event.message });
  return begun ?? startNamed(turn, event) ?? startByIntent(turn, event) ?? { kind: 'default' };
}

function startNamed(turn: Turn, { dialogName, intent }: BotTransferred): Move | null {
  if (dialogName === '') return null;
  const dialog = findDialogByName(turn.program, dialogName);
  if (!dialog) {
    reportFault(turn, { code: 'flow/missing-target', message: `The dialog ${quote(dialogName)}, to which the conversation was handed over, is not in the bot any more or is switched off. The message decides instead.` });
    return null;
  }
  const meant = intent === '' ? null : findDialogByIntent(turn.program, intent);
  const move = enterDialog(turn, { dialog, reason: 'script', replaces: false, intentId: meant?.starter.intentId ?? null });
  prefillSlots(turn, dialog);
  return move;
}

function startByIntent(turn: Turn, { intent }: BotTransferred): Move | null {
  if (intent === '') return null;
  const dialog = findDialogByIntent(turn.program, intent);
  if (!dialog) {
    note(turn, `No dialog of this bot starts by the intent ${quote(intent)} that was handed over. The message decides instead.`);
    return null;
  }
  const move = enterDialog(turn, { dialog, reason: 'starter', replaces: false, intentId: dialog.starter.intentId });
  prefillSlots(turn, dialog);
  return move;
}
