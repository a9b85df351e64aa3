import { findStarter } from '@/lib/engine/starters/find-starter';
import type { StarterResult } from '@/lib/engine/starters/starter-result';
import { buildTurnFacts } from './build-answer-facts';
import { enterDialog } from './dialog-stack';
import { offerIntents } from './disambiguation';
import { prefillSlots } from './prefill-slots';
import type { Move } from './move';
import { findOwn } from './program-index';
import { note, type Turn } from './turn';

/**
 * Starts the dialog whose starter takes the consumer's latest message; null when none does, or when the running dialog may
 * not be left. A tap counts by its payload, then by its label. Source: conversation-builder reference, sections 7.4 and 7.8.
 */
export function startDialogByMessage(turn: Turn): Move | null {
  if (!maySwitch(turn)) return null;
  const { text, payload } = turn.state.lastUserMessage;
  const texts = payload === null || payload === '' || payload === text ? [text] : [payload, text];
  for (const each of texts) {
    const result = tryStarters(turn, each);
    if (result.kind === 'dialog') return startDialog(turn, { dialogId: result.dialogId, intentId: result.intentId, reason: 'starter' });
    if (result.kind === 'ambiguous') {
      const offered = offerIntents(turn, result.intentIds);
      if (offered) return offered;
    }
  }
  return null;
}

/** Starts a dialog on top of the running one and fills its slots from the message; null when it is missing or switched off. */
export function startDialog(turn: Turn, { dialogId, intentId, reason }: { dialogId: string; intentId: string | null; reason: 'starter' | 'disambiguation' | 'debugger' }): Move | null {
  const dialog = findOwn(turn.program.dialogs, dialogId);
  if (!dialog?.enabled) return null;
  turn.startedDialogIds.add(dialogId);
  const move = enterDialog(turn, { dialog, reason, replaces: false, intentId });
  prefillSlots(turn, dialog);
  return move;
}

function tryStarters(turn: Turn, text: string): StarterResult {
  const { result, attempts } = findStarter(turn.program, buildTurnFacts(turn, { text }), turn.startedDialogIds);
  for (const { dialogId, by, matched, reason } of attempts) turn.trace.push({ kind: 'starter-tried', dialogId, by, matched, reason });
  return result;
}

/** A waiting question can keep the consumer in its dialog. */
function maySwitch(turn: Turn): boolean {
  const { state, program } = turn;
  if (state.wait?.kind !== 'answer') return true;
  const dialog = findOwn(program.dialogs, state.stack.at(-1)?.dialogId ?? '');
  if (program.settings.allowsContextSwitching && dialog?.allowsSwitchingAway !== false) return true;
  note(turn, `Other dialogs were not tried, because ${program.settings.allowsContextSwitching ? 'this dialog' : 'the bot'} does not allow switching away from a question.`, state.wait.interactionId);
  return false;
}
