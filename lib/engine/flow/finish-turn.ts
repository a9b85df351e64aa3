import { toVariableText } from '@/lib/engine/variables/read-variable';
import type { TraceEntry } from '@/lib/engine/trace.schema';
import { leaveBot } from './leave-bot';
import { findOwn } from './program-index';
import { note, type Turn } from './turn';

/** Largest response document that is remembered beyond its turn, in characters of JSON. */
const RESPONSE_LENGTH_MAX = 64 * 1024;

/** Leaves the state as it is to be remembered. */
export function finishTurn(turn: Turn): void {
  const { state, program } = turn;
  if (turn.effects.some(({ kind }) => kind === 'transfer-to-bot')) leaveBot(turn);
  if (!turn.hasFailed && hasSpoken(turn)) state.failures.count = 0;
  for (const name of turn.newResponses) dropIfBig(turn, name);
  if (program.settings.turnsValuesIntoStrings) turnIntoStrings(turn);
  state.turn = null;
  turn.trace.push(describeWaiting(turn));
}

function hasSpoken({ event }: Turn): boolean {
  return event.kind === 'message-received' || event.kind === 'web-view-posted';
}

function dropIfBig(turn: Turn, name: string): void {
  const document = findOwn(turn.state.responses, name);
  if (document === null || JSON.stringify(document).length <= RESPONSE_LENGTH_MAX) return;
  delete turn.state.responses[name];
  note(turn, `The document of ${name} is larger than ${RESPONSE_LENGTH_MAX / 1024} KB and is not remembered beyond this turn. Custom data fields and bot variables are.`);
}

/** Source: conversation-builder reference, section 8.4. */
function turnIntoStrings({ state }: Turn): void {
  const scopes = [state.variables.session, state.variables.permanent, ...state.stack.map(({ variables }) => variables)];
  for (const values of scopes) for (const [name, value] of Object.entries(values)) if (typeof value !== 'string' && value !== null) values[name] = toVariableText([value]);
  for (const [name, slot] of Object.entries(state.slots)) if (typeof slot.value !== 'string') state.slots[name] = { ...slot, value: toVariableText([slot.value]) };
}

function describeWaiting({ state, program }: Turn): TraceEntry {
  const { wait, status } = state;
  if (status === 'closed') return { kind: 'waiting', interactionId: null, reason: 'closed' };
  if (status === 'handed-over') return { kind: 'waiting', interactionId: wait?.kind === 'transfer' ? wait.interactionId : null, reason: 'transfer' };
  if (wait?.kind !== 'answer') return { kind: 'waiting', interactionId: null, reason: wait?.kind === 'disambiguation' ? 'answer' : 'nothing' };
  const isWebView = findOwn(program.interactions, wait.interactionId)?.kind === 'web-view';
  return { kind: 'waiting', interactionId: wait.interactionId, reason: isWebView ? 'web-view' : 'answer' };
}
