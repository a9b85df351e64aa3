import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { newConversationState } from '@/lib/engine/state/new-conversation-state';
import { dropFrames } from './drop-frames';
import { REST, type Move } from './move';
import { runScript } from './run-script';
import { noOutcome } from './script-outcome';
import { findTriggerMove } from './trigger-move';
import type { Steps, Turn } from './turn';
import { endWait } from './wait';

const MINUTE_MS = 60_000;

/**
 * Sees to it that a session is under way: the first one, or a new one when the last message was too long ago. Gives where a
 * script of the beginning leads, null when the event itself decides. Source: conversation-builder reference, sections 5.11, 8.4, 9.3.
 */
export function* beginSession(turn: Turn): Steps<Move | null> {
  const { session } = turn.state;
  const isExpired = session.isStarted && turn.atMs - session.lastActivityAtMs > turn.program.settings.sessionLengthMinutes * MINUTE_MS;
  session.lastActivityAtMs = turn.atMs;
  if (session.isStarted && !isExpired) return null;
  if (isExpired) forgetSession(turn);
  return yield* openSession(turn, isExpired ? 'expired' : 'first');
}

/** Ends the session and begins another, as a new conversation would. */
export function* startOver(turn: Turn): Steps<Move | null> {
  forgetSession(turn);
  turn.state.status = 'open';
  turn.state.session.lastActivityAtMs = turn.atMs;
  return yield* openSession(turn, 'start-over');
}

function* openSession(turn: Turn, reason: 'first' | 'expired' | 'start-over'): Steps<Move | null> {
  const { session } = turn.state;
  session.startedAtMs = turn.atMs;
  session.isStarted = true;
  turn.trace.push({ kind: 'session-started', reason });
  if (!turn.index.hasInitScript) return null;
  const outcome = noOutcome();
  yield* runScript(turn, { phase: 'init-conversation', interaction: null, source: '', outcome });
  return outcome.isStopped ? REST : findTriggerMove(turn, outcome, null);
}

/** Everything that lives as long as a session. Permanent variables and the consumer's data stay. */
function forgetSession(turn: Turn): void {
  const { state } = turn;
  endWait(turn);
  dropFrames(turn, 'ended');
  state.variables = { ...state.variables, session: {}, request: {} };
  state.slots = Object.fromEntries(Object.entries(state.slots).filter(([, { duration }]) => duration === 'permanent'));
  const fresh = newConversationState({ ...state, permanent: {}, atMs: turn.atMs });
  const { webView, fields, responses, responseStatuses, trail, lastCall, disambiguated, allowsLongText, transfer, transferFailureCount, failures } = fresh;
  Object.assign(state, { webView, fields, responses, responseStatuses, trail, lastCall, disambiguated, allowsLongText, transfer, transferFailureCount, failures } satisfies Partial<ConversationState>);
  turn.snapshot = null;
}
