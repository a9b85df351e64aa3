import { enterDialog } from './dialog-stack';
import type { Move } from './move';
import type { Turn } from './turn';

/** Counts something that failed for the consumer: an answer that nothing took, a call whose failure no rule took. */
export function countFailure(turn: Turn): void {
  turn.hasFailed = true;
  turn.state.failures.count += 1;
}

/**
 * The auto escalation dialog once more failed in a row than it tolerates; null before.
 * `replaces`: the dialog that failed does not go on afterwards. Source: conversation-builder reference, section 7.7.
 */
export function escalate(turn: Turn, { replaces }: { replaces: boolean }): Move | null {
  const { failures, stack } = turn.state;
  const dialog = turn.index.dialogByKind.get('auto-escalation');
  if (!dialog || failures.count <= dialog.escalationThreshold || stack.at(-1)?.dialogId === dialog.id) return null;
  failures.count = 0;
  return enterDialog(turn, { dialog, reason: 'auto-escalation', replaces });
}
