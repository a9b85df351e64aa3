import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { TraceEntry } from '@/lib/engine/trace.schema';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { REST, type Move } from './move';
import { findOwn } from './program-index';
import { breakFlow } from './break-flow';
import { closeConversation } from './close-conversation';
import { dropFrame, dropFrames } from './drop-frames';
import { note, type Turn } from './turn';
import { endWait } from './wait';

type EntryReason = Extract<TraceEntry, { kind: 'dialog-entered' }>['reason'];

/** How a dialog is entered. `replaces`: the running dialog is over instead of going on later. */
interface Entry {
  dialog: Dialog;
  reason: EntryReason;
  replaces: boolean;
  intentId?: string | null;
  /** The interaction to begin with; without it the first. */
  interactionId?: string;
}

/** Most jumps across dialogs in one turn. Source: conversation-builder reference, section 7.10. */
export const DIALOG_JUMP_COUNT_MAX = 5;
/** Most dialogs that wait for each other; the one at the bottom is forgotten beyond it. */
const STACK_DEPTH_MAX = 20;

/**
 * Enters a dialog: on top of the running one, or in its place. A dialog is on the stack once: entered again, it begins anew.
 * Source: conversation-builder reference, sections 7.8 and 7.10.
 */
export function enterDialog(turn: Turn, { dialog, reason, replaces, intentId = null, interactionId }: Entry): Move {
  if (turn.hasEnteredDialog || reason === 'next-action' || reason === 'script') turn.dialogJumpCount += 1;
  if (turn.dialogJumpCount > DIALOG_JUMP_COUNT_MAX) {
    return breakFlow(turn, { code: 'flow/dialog-jumps-exceeded', message: `Breaking the interaction flow because iteration count exceeded ${DIALOG_JUMP_COUNT_MAX}. Dialogs led to each other without asking anything; put a question between them.`, interactionId: interactionId ?? null });
  }
  turn.hasEnteredDialog = true;
  endWait(turn);
  const { stack } = turn.state;
  const running = stack.at(-1);
  if (replaces && running && running.dialogId !== dialog.id) dropFrame(turn, stack.length - 1, 'switched');
  const earlier = stack.findIndex(({ dialogId }) => dialogId === dialog.id);
  if (earlier >= 0) dropFrame(turn, earlier, 'switched');
  stack.push({ dialogId: dialog.id, interactionId: null, starterIntentId: intentId, variables: {} });
  if (stack.length > STACK_DEPTH_MAX) dropFrame(turn, 0, 'ended');
  turn.snapshot = null;
  turn.chainCount = 0;
  turn.trace.push({ kind: 'dialog-entered', dialogId: dialog.id, reason });
  const first = interactionId ?? dialog.interactionIds[0];
  return first === undefined ? { kind: 'complete' } : { kind: 'enter', interactionId: first, isExplicit: interactionId !== undefined };
}

/**
 * The running dialog is past its last interaction: the dialog beneath goes on by repeating what it sent last, unless the
 * dialog or the variable `skipPreviousDialog` forbids it. Source: conversation-builder reference, sections 5.10 and 7.8.
 */
export function completeDialog(turn: Turn): Move {
  const { stack } = turn.state;
  const frame = stack.at(-1);
  if (!frame) return REST;
  const dialog = findOwn(turn.program.dialogs, frame.dialogId);
  dropFrame(turn, stack.length - 1, 'completed');
  if (dialog?.kind === 'survey') return closeConversation(turn, { reason: 'survey-completed', withSurvey: false });
  const beneath = stack.at(-1);
  if (!beneath) return REST;
  const isSkipping = dialog?.kind !== 'fallback' && String(toSnapshot(turn).bot.skipPreviousDialog) === 'true';
  if (isSkipping || dialog?.returnsToPrevious === false) {
    note(turn, isSkipping ? 'The dialog beneath does not go on, because skipPreviousDialog is true.' : 'The dialog beneath does not go on, because the dialog does not return to it.');
    dropFrames(turn, 'ended');
    return REST;
  }
  if (beneath.interactionId === null) return endDialogs(turn);
  turn.chainCount = 0;
  turn.trace.push({ kind: 'dialog-entered', dialogId: beneath.dialogId, reason: 'resumed' });
  return { kind: 'enter', interactionId: beneath.interactionId, isExplicit: true };
}

/** Ends every dialog, so that nothing is returned to. Source: conversation-builder reference, section 6.7. */
export function endDialogs(turn: Turn): Move {
  endWait(turn);
  dropFrames(turn, 'ended');
  return REST;
}
