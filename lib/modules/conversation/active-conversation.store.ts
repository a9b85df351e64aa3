import type { Conversation as ConversationRow, Turn as TurnDbRow } from '@/generated/prisma/sqlite/client';
import { jsonValueSchema, type JsonValue } from '@/lib/engine/json';
import { turnEventSchema } from '@/lib/engine/event.schema';
import { conversationStateSchema } from '@/lib/engine/state/conversation-state.schema';
import type { Database } from '@/lib/platform/db/open-database';
import { packJson, unpackJson } from '@/lib/platform/db/packed-json';
import type { ActiveConversation, UnfinishedTurn } from './active-conversation';
import type { ConversationAdvance } from './turn-write';
import { conversationKindSchema, conversationOptionsSchema, journalEntrySchema } from './conversation.schema';

/** A timer of a conversation. */
export interface StoredTimer {
  workspaceId: string;
  conversationId: string;
  timerId: string;
  fireAtMs: number;
}

/** Where a person's permanent variables are: previews have their own. */
export interface PermanentPlace {
  botId: string;
  isPreview: boolean;
  personId: string;
}

/** A variable that outlives conversations. */
export interface StoredPermanentVariable {
  name: string;
  value: JsonValue;
  expiresAtMs: number;
}

/** Turns taken over at a time; the rest follows at the next look. */
const ABANDONED_COUNT_MAX = 1_000;

/** What the runtime reads and claims; of whatever workspace, because timers and restarts concern them all. */
export function activeConversationStore(db: Database) {
  return {
    /** Null when there is none. */
    async find(conversationId: string): Promise<ActiveConversation | null> {
      const row = await db.conversation.findUnique({ where: { id: conversationId }, include: { turns: { orderBy: { number: 'desc' }, take: 1 } } });
      return row && toActive(db, row, row.turns[0] ?? null);
    },

    /** The turn that took a message or web view post with this id; null when there was none. */
    async findTurnOfMessage(conversationId: string, messageId: string): Promise<number | null> {
      const message = await db.message.findUnique({ where: { conversationId_clientMessageId: { conversationId, clientMessageId: messageId } }, select: { turnNumber: true } });
      if (message) return message.turnNumber;
      // A post without a message has no message's row to stand in.
      const turn = await db.turn.findUnique({ where: { conversationId_postId: { conversationId, postId: messageId } }, select: { number: true } });
      return turn?.number ?? null;
    },

    async hasTimer(conversationId: string, timerId: string): Promise<boolean> {
      return (await db.timer.findUnique({ where: { conversationId_timerId: { conversationId, timerId } }, select: { timerId: true } })) !== null;
    },

    /**
     * Takes an unfinished turn over from its owner. The conversation moves on by a version, so that the former owner, should it still
     * live, can't write any more. The turn's journal is written as given.
     * @returns whether nobody else was faster
     */
    async claimTurn(conversation: ActiveConversation, turn: UnfinishedTurn, { ownerId, untilMs }: { ownerId: string; untilMs: number }): Promise<boolean> {
      const journal = await packJson(turn.journal);
      return db.$transaction(async (transaction) => {
        const advanced = await transaction.conversation.updateMany({ where: { id: conversation.id, version: conversation.version }, data: { version: { increment: 1 } } });
        if (advanced.count === 0) return false;
        const place = { conversationId: conversation.id, number: turn.number };
        await transaction.turn.update({ where: { conversationId_number: place }, data: { ownerId, leaseUntil: new Date(untilMs), journal } });
        return true;
      });
    },

    /** Conversations with a turn that nobody works on any more; with `ownerId`, with any that is not that owner's. */
    async listAbandoned({ nowMs, ownerId }: { nowMs: number; ownerId: string | null }): Promise<{ workspaceId: string; conversationId: string }[]> {
      const isFree = ownerId === null ? { leaseUntil: { lt: new Date(nowMs) } } : { ownerId: { not: ownerId } };
      return db.turn.findMany({ where: { status: 'running', ...isFree }, select: { workspaceId: true, conversationId: true }, take: ABANDONED_COUNT_MAX });
    },

    /** Keeps turns that an owner works on from being taken over. */
    async renewLeases({ ownerId, conversationIds }: { ownerId: string; conversationIds: string[] }, untilMs: number): Promise<void> {
      for (let start = 0; start < conversationIds.length; start += 1_000) {
        const where = { ownerId, status: 'running', conversationId: { in: conversationIds.slice(start, start + 1_000) } };
        await db.turn.updateMany({ where, data: { leaseUntil: new Date(untilMs) } });
      }
    },

    /** Writes state and options of a conversation that no turn changes at the moment. @returns whether it still was at its version */
    async replace({ id, version, options }: ActiveConversation, { stateText, status, atMs }: ConversationAdvance): Promise<boolean> {
      const data = { state: stateText, status, options: JSON.stringify(options), version: version + 1, updatedAt: new Date(atMs) };
      return (await db.conversation.updateMany({ where: { id, version }, data })).count > 0;
    },

    /** The earliest timers first. */
    async listTimers(limit: number): Promise<StoredTimer[]> {
      const rows = await db.timer.findMany({ orderBy: { fireAt: 'asc' }, take: limit });
      return rows.map(({ workspaceId, conversationId, timerId, fireAt }) => ({ workspaceId, conversationId, timerId, fireAtMs: fireAt.getTime() }));
    },

    async deleteTimer(conversationId: string, timerId: string): Promise<void> {
      await db.timer.deleteMany({ where: { conversationId, timerId } });
    },

    /** A person's permanent variables, those whose time is over too. */
    async listPermanent({ botId, isPreview, personId }: PermanentPlace): Promise<StoredPermanentVariable[]> {
      const rows = await db.permanentVariable.findMany({ where: { botId, isPreview, consumerId: personId } });
      return rows.map(({ name, value, expiresAt }) => ({ name, value: jsonValueSchema.parse(JSON.parse(String(value))), expiresAtMs: expiresAt.getTime() }));
    },
  };
}

async function toActive(db: Database, row: ConversationRow, lastTurn: TurnDbRow | null): Promise<ActiveConversation> {
  const unfinished = lastTurn?.status === 'running' ? await toUnfinished(lastTurn) : null;
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    botId: row.botId,
    releaseId: row.releaseId,
    kind: conversationKindSchema.parse(row.kind),
    channelId: row.channelId,
    options: conversationOptionsSchema.parse(JSON.parse(row.options)),
    state: conversationStateSchema.parse(JSON.parse(row.state)),
    version: row.version,
    // Messages that a turn under way has shown already are not counted by the row.
    lastSeq: unfinished ? await findLastSeq(db, row.id) : row.lastSeq,
    lastTurnNumber: lastTurn?.number ?? 0,
    createdAtMs: row.createdAt.getTime(),
    unfinished,
    turnByMessageId: new Map(),
  };
}

async function findLastSeq(db: Database, conversationId: string): Promise<number> {
  const { _max } = await db.message.aggregate({ where: { conversationId }, _max: { seq: true } });
  return _max.seq ?? 0;
}

async function toUnfinished(row: TurnDbRow): Promise<UnfinishedTurn> {
  return {
    number: row.number,
    event: turnEventSchema.parse(JSON.parse(row.event)),
    journal: row.journal === null ? [] : journalEntrySchema.array().parse(await unpackJson(row.journal)),
    startedAtMs: row.startedAt.getTime(),
    ownerId: row.ownerId ?? '',
    leaseUntilMs: row.leaseUntil?.getTime() ?? 0,
  };
}
