import type { OutcomeEffect } from '@/lib/engine/effect.schema';
import type { TurnEvent } from '@/lib/engine/event.schema';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { TraceEntry } from '@/lib/engine/trace.schema';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import type { ActiveConversation } from './active-conversation';
import type { JournalEntry } from './conversation.schema';

/** A turn's row as it is written. */
export interface TurnRow {
  number: number;
  event: TurnEvent;
  startedAtMs: number;
  status: 'running' | 'done' | 'failed';
  journal: JournalEntry[];
  trace: TraceEntry[] | null;
  /** Previews only. */
  stateAfter: ConversationState | null;
  /** Who works on it; null once it is done. */
  lease: { ownerId: string; untilMs: number } | null;
  durationMs: number | null;
}

/** The conversation's row moves on by one version; who comes too late writes nothing. */
export interface ConversationAdvance {
  /** ConversationState as JSON text. */
  stateText: string;
  status: ConversationState['status'];
  releaseId: string | null;
  lastSeq: number;
  atMs: number;
}

/**
 * Something that is written as a whole or not at all.
 * - with `advance`: only while the conversation's row still is at `conversation.version`
 * - without: a note in the journal of a turn under way, only while it belongs to `ownerId`
 */
export interface TurnWrite {
  conversation: ActiveConversation;
  ownerId: string;
  advance: ConversationAdvance | null;
  /** `insert` on first sight, `update` when it was accepted before; null: only the conversation changes. */
  turn: { row: TurnRow; mode: 'insert' | 'update' } | null;
  /** Not written before. */
  messages: Message[];
  /** Sender's id of the consumer's message among them. */
  clientMessageId: string | null;
  /** Carried out with it; messages excluded. */
  effects: OutcomeEffect[];
  /** A timer that went off with this turn. */
  firedTimerId: string | null;
  /** The conversation goes on with another bot: its row moves there, and that bot's first turn is accepted along with this one's end. */
  move: { botId: string; row: TurnRow } | null;
}

/**
 * - `conflict`: the conversation moved on meanwhile, or the turn was taken over by another process
 * - `duplicate`: this message, or this turn, is there already
 */
export type WriteResult = 'written' | 'conflict' | 'duplicate';

/** Number of the consumer's own message among those of a turn; null when there is none. */
export function toOwnSeq(messages: readonly Message[]): number | null {
  return messages.find(({ actor }) => actor.kind === 'consumer')?.seq ?? null;
}

/**
 * Up to which message a turn says that the consumer has read; null: it says nothing of that. Who says something has seen what was said before. What
 * a page says for the consumer is no such sign: the page may have been open elsewhere, long after.
 */
export function toReadSeq({ turn, messages }: Pick<TurnWrite, 'turn' | 'messages'>): number | null {
  return turn?.row.event.kind === 'message-received' ? toOwnSeq(messages) : null;
}
