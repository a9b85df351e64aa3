import type { Effect } from './effect.schema';
import type { ConversationState } from './state/conversation-state.schema';
import type { TraceEntry } from './trace.schema';

/**
 * What one step comes to. With a request among the effects (always the last one) the turn goes on with its answer;
 * without one the conversation rests and `state.turn` is null.
 */
export interface StepResult {
  state: ConversationState;
  effects: Effect[];
  trace: TraceEntry[];
}
