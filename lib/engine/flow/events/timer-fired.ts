import type { TurnEvent } from '@/lib/engine/event.schema';
import { answerQuestion } from '../answer-wait';
import { REST, type Move } from '../move';
import { note, type Steps, type Turn } from '../turn';

/** The time for a web view question is over. A timer that nothing waits for any more changes nothing. */
export function* playTimerFired(turn: Turn, { timerId }: Extract<TurnEvent, { kind: 'timer-fired' }>): Steps<Move> {
  const { wait, status } = turn.state;
  if (status !== 'open' || wait?.kind !== 'answer' || wait.timerId !== timerId) {
    note(turn, 'A time limit ran out that nothing waits for any more.');
    return REST;
  }
  return yield* answerQuestion(turn, wait.interactionId, { text: null, payload: null, attachment: null, file: null, webView: 'timed-out', choices: wait.choices });
}
