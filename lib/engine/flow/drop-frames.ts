import type { TraceEntry } from '@/lib/engine/trace.schema';
import type { Turn } from './turn';

type LeaveReason = Extract<TraceEntry, { kind: 'dialog-left' }>['reason'];

/** Takes one dialog off the stack, with its variables and slots. */
export function dropFrame(turn: Turn, index: number, reason: LeaveReason): void {
  const [frame] = turn.state.stack.splice(index, 1);
  if (!frame) return;
  for (const [name, slot] of Object.entries(turn.state.slots)) if (slot.duration === 'dialog' && slot.dialogId === frame.dialogId) delete turn.state.slots[name];
  turn.snapshot = null;
  turn.trace.push({ kind: 'dialog-left', dialogId: frame.dialogId, reason });
}

/** The flow stops in the running dialog; unless a question of it waits, there is nothing to come back to, so that it is over. */
export function dropIfNothingWaits(turn: Turn): void {
  if (turn.state.wait === null) dropFrame(turn, turn.state.stack.length - 1, 'ended');
}

/** Empties the stack from the top. */
export function dropFrames(turn: Turn, reason: LeaveReason): void {
  for (let index = turn.state.stack.length - 1; index >= 0; index -= 1) dropFrame(turn, index, reason);
}
