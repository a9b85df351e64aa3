import type { Wait } from '@/lib/engine/state/conversation-state.schema';
import type { Turn } from './turn';

/** Rests on something from now on; what was waited for before is over. */
export function beginWait(turn: Turn, wait: Wait): void {
  endWait(turn);
  turn.state.wait = wait;
}

/** Stops waiting; a running time limit is taken back. */
export function endWait(turn: Turn): void {
  const { wait } = turn.state;
  if (wait?.kind === 'answer' && wait.timerId !== null && !isFiring(turn, wait.timerId)) turn.effects.push({ kind: 'cancel-timer', timerId: wait.timerId });
  turn.state.wait = null;
}

/** Sets a timer and gives its id. */
export function startTimer(turn: Turn, afterMs: number): string {
  turn.timerCount += 1;
  const timerId = `${turn.state.conversationId}:t${turn.state.turnCount}:${turn.timerCount}`;
  turn.effects.push({ kind: 'set-timer', timerId, atMs: turn.atMs + afterMs });
  return timerId;
}

/** A timer that has fired is gone already. */
function isFiring({ event }: Turn, timerId: string): boolean {
  return event.kind === 'timer-fired' && event.timerId === timerId;
}
