import type { JsonValue } from '@/lib/engine/json';
import type { Consumer } from '@/lib/engine/state/conversation-state.schema';
import { newConversationState } from '@/lib/engine/state/new-conversation-state';
import type { ActiveConversation } from './active-conversation';

/** Who begins to talk to which bot. */
export interface NewConversation extends Pick<ActiveConversation, 'id' | 'workspaceId' | 'botId' | 'kind' | 'channelId' | 'options'> {
  consumer: Consumer;
  /** The consumer's variables that outlive conversations. */
  permanent: Record<string, JsonValue>;
  /** Session variables that are set before the first turn. */
  variables: Record<string, JsonValue>;
  atMs: number;
}

/** A conversation in which nothing has happened yet and that is not stored: its first turn stores it. */
export function buildNewConversation({ consumer, permanent, variables, atMs, ...place }: NewConversation): ActiveConversation {
  const state = newConversationState({ conversationId: place.id, consumer, accountId: place.workspaceId, permanent, atMs });
  return {
    ...place,
    releaseId: null,
    state: { ...state, variables: { ...state.variables, session: variables } },
    version: 0,
    lastSeq: 0,
    lastTurnNumber: 0,
    createdAtMs: atMs,
    unfinished: null,
    turnByMessageId: new Map(),
  };
}
