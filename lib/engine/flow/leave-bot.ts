import { newConversationState } from '@/lib/engine/state/new-conversation-state';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { dropFrames } from './drop-frames';
import type { Turn } from './turn';
import { endWait } from './wait';

/** Ends what only means something in this bot; the session with its variables and results goes along to the next. */
export function leaveBot(turn: Turn): void {
  const { state } = turn;
  endWait(turn);
  dropFrames(turn, 'ended');
  state.slots = {};
  const { trail, disambiguated, allowsLongText, transfer, transferFailureCount, failures } = newConversationState({ ...state, permanent: {}, atMs: turn.atMs });
  Object.assign(state, { trail, disambiguated, allowsLongText, transfer, transferFailureCount, failures } satisfies Partial<ConversationState>);
  turn.snapshot = null;
}
