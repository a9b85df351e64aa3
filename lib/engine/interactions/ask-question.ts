import { REST, type Move } from '@/lib/engine/flow/move';
import { findOwn } from '@/lib/engine/flow/program-index';
import type { Steps, Turn } from '@/lib/engine/flow/turn';
import { beginWait, startTimer } from '@/lib/engine/flow/wait';
import type { Content } from '@/lib/engine/messages/message-draft';
import type { Question } from '@/lib/engine/program/interaction.schema';
import { showContent } from './show-content';

/** Most questions that “back” remembers. */
const TRAIL_LENGTH_MAX = 50;

/** Asks a question and rests until it is answered, unless a script leads elsewhere. `timeoutMs`: for how long. */
export function* askQuestion(turn: Turn, question: Question, { prepare, timeoutMs = null }: { prepare: () => Content; timeoutMs?: number | null }): Steps<Move> {
  const { content, move } = yield* showContent(turn, question, prepare);
  if (move) return move;
  remember(turn, question);
  countAfresh(turn, question);
  beginWait(turn, {
    kind: 'answer',
    interactionId: question.id,
    choices: content.choices,
    unmatchedCount: turn.state.failures.count,
    timerId: timeoutMs === null ? null : startTimer(turn, timeoutMs),
  });
  return REST;
}

/** For “back”; a question that is asked again counts once. */
function remember({ state }: Turn, { id }: Question): void {
  const dialogId = state.stack.at(-1)?.dialogId;
  if (dialogId === undefined || state.trail.at(-1)?.interactionId === id) return;
  state.trail.push({ dialogId, interactionId: id });
  if (state.trail.length > TRAIL_LENGTH_MAX) state.trail.shift();
}

/** Failures are counted within one question; a fallback dialog's own questions leave the count alone. */
function countAfresh({ state, program }: Turn, { id }: Question): void {
  const dialogId = state.stack.at(-1)?.dialogId ?? '';
  if (state.failures.interactionId === id || findOwn(program.dialogs, dialogId)?.kind === 'fallback') return;
  state.failures.interactionId = id;
  state.failures.count = 0;
}
