import { note, type Turn } from '@/lib/engine/flow/turn';
import type { JsonValue } from '@/lib/engine/json';
import type { VariableDuration } from '@/lib/engine/program/rule.schema';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { UNUSABLE_NAME } from './unusable-name';

/** Who set a variable. */
export type Setter = 'rule' | 'script' | 'transform' | 'web-view' | 'interaction' | 'session';

interface Assignment {
  name: string;
  value: JsonValue;
  duration: VariableDuration;
  by: Setter;
}

/** How long a permanent variable lives. Source: conversation-builder reference, section 8.4. */
const PERMANENT_DAYS = 180;
const DAY_MS = 86_400_000;
/** From the shortest life on. */
const DURATIONS: readonly VariableDuration[] = ['request', 'dialog', 'session', 'permanent'];

/**
 * Sets a bot variable. Variables of the same name with a shorter life are forgotten, so that what was set last is what is read.
 * Null unsets it for everybody who reads. Without a running dialog a dialog variable lives as long as the request.
 */
export function setVariable(turn: Turn, { name, value, duration, by }: Assignment): void {
  if (name === '') return note(turn, 'A variable without a name was not set. Give it a name.');
  if (name === UNUSABLE_NAME) return note(turn, `A variable can’t be called ${UNUSABLE_NAME}, so it was not set. Choose another name.`);
  const { state } = turn;
  const before = DURATIONS.map((each) => toScopeValues(state, each)).find((values) => Object.hasOwn(values, name))?.[name] ?? null;
  for (const shorter of DURATIONS.slice(0, DURATIONS.indexOf(duration))) delete toScopeValues(state, shorter)[name];
  writeOwn(toScopeValues(state, duration), name, value);
  turn.snapshot = null;
  turn.trace.push({ kind: 'variable-set', name, scope: duration, before, after: value, by });
  if (duration === 'permanent') turn.effects.push({ kind: 'save-permanent-variable', name, value, expiresAtMs: turn.atMs + PERMANENT_DAYS * DAY_MS });
}

/** Sets an own property, whatever its name; only `__proto__`, which no state can hold, is left out. */
export function writeOwn<T>(record: Record<string, T>, name: string, value: T): void {
  if (name === UNUSABLE_NAME) return;
  Object.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true });
}

function toScopeValues({ variables, stack }: ConversationState, duration: VariableDuration): Record<string, JsonValue> {
  switch (duration) {
    case 'request':
      return variables.request;
    case 'dialog':
      return stack.at(-1)?.variables ?? variables.request;
    case 'session':
      return variables.session;
    case 'permanent':
      return variables.permanent;
  }
}
