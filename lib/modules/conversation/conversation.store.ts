import type { Conversation as ConversationRow, Turn as TurnRow } from '@/generated/prisma/sqlite/client';
import { turnEventSchema, type TurnEvent } from '@/lib/engine/event.schema';
import { TRANSFER_COUNT_MAX } from '@/lib/engine/flow/transfer-to-bot';
import { messageSchema, type Message } from '@/lib/engine/messages/message.schema';
import { conversationStateSchema, type ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { traceEntrySchema } from '@/lib/engine/trace.schema';
import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { unpackJson } from '@/lib/platform/db/packed-json';
import type { TakenTurn } from './carry-turn';
import { conversationNotFound } from './conversation.rules';
import { conversationSchema, journalEntrySchema, turnStatusSchema, type Conversation, type ConversationTurn, type ConversationTurnDetail } from './conversation.schema';

/** A turn as stored, with the state after it where that was kept. */
export interface StoredTurn extends Omit<ConversationTurnDetail, 'variablesBefore' | 'variablesAfter'> {
  /** Previews only. */
  stateAfter: ConversationState | null;
}

/** Conversations of one workspace, for reading; the runtime writes them. */
export function conversationStore(db: Database | DatabaseTransaction, workspaceId: string) {
  return {
    /** Most recently active first. */
    async list(botId: string, { kind, limit }: { kind: Conversation['kind'] | undefined; limit: number }): Promise<Conversation[]> {
      const where = { workspaceId, botId, ...(kind ? { kind } : {}) };
      const rows = await db.conversation.findMany({ where, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }], take: limit, omit: { state: true } });
      return rows.map(toConversation);
    },

    /** @throws Fault `conversation/not-found` */
    async get(conversationId: string): Promise<Conversation> {
      const row = await db.conversation.findFirst({ where: { id: conversationId, workspaceId }, omit: { state: true } });
      if (!row) throw conversationNotFound();
      return toConversation(row);
    },

    /** With the state after its last finished turn. @throws Fault `conversation/not-found` */
    async getWithState(conversationId: string): Promise<{ conversation: Conversation; state: ConversationState; isAnswering: boolean }> {
      const row = await db.conversation.findFirst({ where: { id: conversationId, workspaceId }, include: { turns: { where: { status: 'running' }, select: { number: true }, take: 1 } } });
      if (!row) throw conversationNotFound();
      return { conversation: toConversation(row), state: conversationStateSchema.parse(JSON.parse(row.state)), isAnswering: row.turns.length > 0 };
    },

    /** In order, those after `afterSeq`. */
    async listMessages(conversationId: string, { afterSeq, limit }: { afterSeq: number; limit: number }): Promise<Message[]> {
      const rows = await db.message.findMany({ where: { conversationId, workspaceId, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' }, take: limit, select: { content: true } });
      return rows.map(({ content }) => messageSchema.parse(JSON.parse(content)));
    },

    /** A turn as it was answered. @throws Fault `conversation/turn-not-found` */
    async getTaken(conversationId: string, number: number): Promise<TakenTurn> {
      const [turn, messages] = await Promise.all([
        db.turn.findFirst({ where: { conversationId, workspaceId, number }, select: { status: true, event: true } }),
        db.message.findMany({ where: { conversationId, workspaceId, turnNumber: number }, orderBy: { seq: 'asc' }, select: { content: true } }),
      ]);
      if (!turn) throw turnNotFound();
      return { number, status: turnStatusSchema.parse(turn.status), event: turnEventSchema.parse(JSON.parse(turn.event)), messages: messages.map(({ content }) => messageSchema.parse(JSON.parse(content))) };
    },

    /** A turn with what the bots added that it was handed on to, as one answer. @throws Fault `conversation/turn-not-found` */
    async getAnswer(conversationId: string, number: number): Promise<TakenTurn> {
      const taken = await this.getTaken(conversationId, number);
      const later = await db.turn.findMany({ where: { conversationId, workspaceId, number: { gt: number, lte: number + TRANSFER_COUNT_MAX } }, orderBy: { number: 'asc' }, select: { number: true, event: true } });
      const end = later.findIndex(({ event }) => readTransfer(event) === null);
      for (const { number: next } of end === -1 ? later : later.slice(0, end)) taken.messages.push(...(await this.getTaken(conversationId, next)).messages);
      return taken;
    },

    /** Where the conversation came from another bot, in order. */
    async listTransfers(conversationId: string): Promise<{ turnNumber: number; fromBotId: string }[]> {
      const where = { conversationId, workspaceId, event: { contains: '"kind":"bot-transferred"' } };
      const rows = await db.turn.findMany({ where, orderBy: { number: 'asc' }, select: { number: true, event: true } });
      return rows.flatMap(({ number, event }) => {
        const transfer = readTransfer(event);
        return transfer ? [{ turnNumber: number, fromBotId: transfer.fromBotId }] : [];
      });
    },

    /** In order, those after `afterNumber`. */
    async listTurns(conversationId: string, { afterNumber, limit }: { afterNumber: number; limit: number }): Promise<ConversationTurn[]> {
      const where = { conversationId, workspaceId, number: { gt: afterNumber } };
      const rows = await db.turn.findMany({ where, orderBy: { number: 'asc' }, take: limit, omit: { journal: true, trace: true, stateAfter: true } });
      const seqs = await listSeqs(conversationId, { gt: afterNumber, lte: rows.at(-1)?.number ?? afterNumber });
      return rows.map((row) => toTurn(row, seqs.get(row.number) ?? []));
    },

    /** @throws Fault `conversation/turn-not-found` */
    async getTurn(conversationId: string, number: number): Promise<StoredTurn> {
      const row = await db.turn.findFirst({ where: { conversationId, workspaceId, number } });
      if (!row) throw turnNotFound();
      const seqs = await listSeqs(conversationId, { gt: number - 1, lte: number });
      const read = (bytes: Uint8Array | null) => (bytes === null ? null : unpackJson(bytes));
      return {
        ...toTurn(row, seqs.get(number) ?? []),
        trace: traceEntrySchema.array().parse((await read(row.trace)) ?? []),
        journal: journalEntrySchema.array().parse((await read(row.journal)) ?? []),
        stateAfter: conversationStateSchema.nullable().parse(await read(row.stateAfter)),
      };
    },

    /** Previews only: the state after a turn; null when it was not kept, and after turn 0. */
    async findStateAfter(conversationId: string, number: number): Promise<ConversationState | null> {
      const row = await db.turn.findFirst({ where: { conversationId, workspaceId, number }, select: { stateAfter: true } });
      return row?.stateAfter ? conversationStateSchema.parse(await unpackJson(row.stateAfter)) : null;
    },
  };

  /** Numbers of messages by the turn that they belong to. */
  async function listSeqs(conversationId: string, turnNumber: { gt: number; lte: number }): Promise<Map<number, number[]>> {
    const rows = await db.message.findMany({ where: { conversationId, workspaceId, turnNumber }, orderBy: { seq: 'asc' }, select: { seq: true, turnNumber: true } });
    const seqsByTurn = new Map<number, number[]>();
    for (const row of rows) seqsByTurn.set(row.turnNumber, [...(seqsByTurn.get(row.turnNumber) ?? []), row.seq]);
    return seqsByTurn;
  }
}

function readTransfer(eventText: string): Extract<TurnEvent, { kind: 'bot-transferred' }> | null {
  const event = turnEventSchema.parse(JSON.parse(eventText));
  return event.kind === 'bot-transferred' ? event : null;
}

function turnNotFound(): Fault {
  return new Fault('missing', 'conversation/turn-not-found', 'This conversation has no turn of this number.');
}

function toConversation({ options, createdAt, updatedAt, closedAt, ...row }: Omit<ConversationRow, 'state'>): Conversation {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
  return conversationSchema.parse({ ...row, ...times, options: JSON.parse(options) });
}

function toTurn(row: Pick<TurnRow, 'number' | 'event' | 'status' | 'startedAt' | 'durationMs'>, messageSeqs: number[]): ConversationTurn {
  return { number: row.number, event: turnEventSchema.parse(JSON.parse(row.event)), status: turnStatusSchema.parse(row.status), startedAt: row.startedAt.toISOString(), durationMs: row.durationMs, messageSeqs };
}
