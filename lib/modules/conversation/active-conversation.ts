import type { TurnEvent } from '@/lib/engine/event.schema';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import type { ConversationOptions, JournalEntry } from './conversation.schema';

/** A turn that was accepted and not brought to its end. */
export interface UnfinishedTurn {
  number: number;
  event: TurnEvent;
  journal: JournalEntry[];
  startedAtMs: number;
  /** The process that works on it, and until when nobody else may. */
  ownerId: string;
  leaseUntilMs: number;
}

/** A conversation as this process works on it: what is needed to take its next turn without reading anything. */
export interface ActiveConversation {
  id: string;
  workspaceId: string;
  botId: string;
  /** Null for previews. */
  releaseId: string | null;
  kind: 'live' | 'preview';
  /** The messenger that it runs in; null for conversations that came otherwise. */
  channelId: string | null;
  options: ConversationOptions;
  /** After the last finished turn. */
  state: ConversationState;
  /** Of the row; 0: it is not written yet. */
  version: number;
  /** Number of the newest written message. */
  lastSeq: number;
  lastTurnNumber: number;
  createdAtMs: number;
  unfinished: UnfinishedTurn | null;
  /** Turn numbers of the newest messages that had an id of their own, by that id; not all of them. */
  turnByMessageId: Map<string, number>;
}

/** Ids kept of the newest messages: sent again they are recognised without a look into the database. */
const MESSAGE_IDS_KEPT_MAX = 20;

/** The conversation with one message id more. */
export function withMessageId(conversation: ActiveConversation, messageId: string | null, turnNumber: number): Map<string, number> {
  const known = conversation.turnByMessageId;
  if (messageId === null) return known;
  known.set(messageId, turnNumber);
  const [oldest] = known.keys();
  if (known.size > MESSAGE_IDS_KEPT_MAX && oldest !== undefined) known.delete(oldest);
  return known;
}
