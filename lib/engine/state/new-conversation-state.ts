import type { JsonValue } from '@/lib/engine/json';
import type { Consumer, ConversationState } from './conversation-state.schema';

/** Who begins to talk, and when. `permanent`: the consumer's variables that outlive conversations. */
interface Beginning {
  conversationId: string;
  consumer: Consumer;
  accountId: string;
  permanent: Record<string, JsonValue>;
  atMs: number;
}

/** The state of a conversation in which nothing has happened yet; its session begins with its first turn. */
export function newConversationState({ conversationId, consumer, accountId, permanent, atMs }: Beginning): ConversationState {
  return {
    format: 1,
    conversationId,
    consumer: { ...consumer },
    accountId,
    status: 'open',
    nextSeq: 1,
    turnCount: 0,
    session: { startedAtMs: atMs, lastActivityAtMs: atMs, isStarted: false },
    variables: { session: {}, request: {}, permanent: { ...permanent } },
    slots: {},
    webView: {},
    lastConsumerMessageAtMs: null,
    fields: {},
    responses: {},
    responseStatuses: {},
    stack: [],
    wait: null,
    trail: [],
    lastUserMessage: { id: '', text: '', payload: null, metadata: [], attachment: null, entities: {} },
    lastCall: null,
    disambiguated: null,
    allowsLongText: false,
    transfer: { intentId: '', domain: '', userMessage: '' },
    transferFailureCount: 0,
    failures: { interactionId: null, count: 0 },
    turn: null,
  };
}
