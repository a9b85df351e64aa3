import type { Conversation as ConversationRow } from '@/generated/prisma/sqlite/client';
import { turnEventSchema } from '@/lib/engine/event.schema';
import { messageSchema, type Message } from '@/lib/engine/messages/message.schema';
import { conversationStatusSchema } from '@/lib/modules/conversation/conversation.schema';
import { toProvider, type Database } from '@/lib/platform/db/open-database';
import { isForConsumers, toLatest } from './consumer-message.rules';
import type { ConsumerConversation } from './messenger.schema';
import type { NoticeTurn } from './notice.rules';

/** Whose conversations are read: a visitor's, of the channel that it came through. */
export interface ConsumerPlace {
  workspaceId: string;
  channelId: string;
  /** The contact and those merged into it. */
  consumerIds: readonly string[];
}

/** A line of the list, with the version of its row. */
export interface ConversationLine extends ConsumerConversation {
  version: number;
}

/** A conversation as far as rights and limits depend on it. */
export interface OwnConversation {
  id: string;
  botId: string;
  status: ConsumerConversation['status'];
}

/** A message with what only its row knows; private ones are left out everywhere here. */
export interface StoredMessage {
  message: Message;
  seq: number;
  turnNumber: number;
  clientMessageId: string | null;
}

/** A stretch of rows in order. `lastRow` counts private messages, which are not among `messages`. */
export interface MessageStretch {
  messages: StoredMessage[];
  /** Newest row of the stretch; null when it is empty. */
  lastRow: { seq: number; turnNumber: number } | null;
  /** The row before the stretch; null when there is none. */
  before: { seq: number; turnNumber: number } | null;
  /** Whether nothing newer was there. */
  isNewest: boolean;
}

/** Which messages: the newest, those behind a number, or those before one. */
export interface StretchQuery {
  afterSeq?: number | undefined;
  beforeSeq?: number | undefined;
  limit: number;
}

/** Turns with notices in one stretch; more than that is looked at by nobody. */
const NOTICE_COUNT_MAX = 100;

/** As the message's JSON has it; in texts of messages the quotation marks are escaped. */
const PRIVATE = '%"visibility":"private"%';

/** Conversations of one visitor: rows in and out. Everything is scoped by the visitor's place. */
export function ownConversationStore(db: Database, databaseUrl: string, { workspaceId, channelId, consumerIds }: ConsumerPlace) {
  const own = { workspaceId, channelId, kind: 'live', consumerId: { in: [...consumerIds] } };
  const isSqlite = toProvider(databaseUrl) === 'sqlite';

  async function toLines(rows: LineRow[]): Promise<ConversationLine[]> {
    const details = await readDetails(rows.map(({ id }) => id));
    return rows.map((row) => toLine(row, details.get(row.id)));
  }

  /** What does not stand in a conversation's own row. */
  async function readDetails(ids: string[]): Promise<Map<string, LineDetail>> {
    if (ids.length === 0) return new Map();
    const places = ids.map((_, index) => (isSqlite ? '?' : `$${index + 1}`)).join(', ');
    const details = await db.$queryRawUnsafe<LineDetail[]>(
      `SELECT c."id" AS "id",
         (SELECT MAX(m."seq") FROM "Message" m WHERE m."conversationId" = c."id") AS "lastSeq",
         (SELECT m."content" FROM "Message" m WHERE m."conversationId" = c."id" AND m."content" NOT LIKE '${PRIVATE}' ORDER BY m."seq" DESC LIMIT 1) AS "latest",
         (SELECT COUNT(*) FROM "Message" m WHERE m."conversationId" = c."id" AND m."seq" > c."readSeq" AND m."actorKind" <> 'consumer' AND m."content" NOT LIKE '${PRIVATE}') AS "unreadCount",
         (SELECT t."status" FROM "Turn" t WHERE t."conversationId" = c."id" ORDER BY t."number" DESC LIMIT 1) AS "turnStatus"
       FROM "Conversation" c WHERE c."id" IN (${places})`,
      ...ids,
    );
    return new Map(details.map((detail) => [detail.id, detail]));
  }

  return {
    /** Most recently active first. */
    async list(limit: number): Promise<ConversationLine[]> {
      return toLines(await db.conversation.findMany({ where: own, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }], take: limit, select: LINE_COLUMNS }));
    },

    /** Those that are not closed, most recently active first. */
    async listOpenIds(limit: number): Promise<string[]> {
      const rows = await db.conversation.findMany({ where: { ...own, status: { not: 'closed' } }, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }], take: limit, select: { id: true } });
      return rows.map(({ id }) => id);
    },

    /** Lines of those that are the visitor's. */
    async listByIds(ids: readonly string[]): Promise<ConversationLine[]> {
      return toLines(await db.conversation.findMany({ where: { ...own, id: { in: [...ids] } }, select: LINE_COLUMNS }));
    },

    /** Null for one that is not there or somebody else's. */
    async find(conversationId: string): Promise<OwnConversation | null> {
      const row = await db.conversation.findFirst({ where: { ...own, id: conversationId }, select: { id: true, botId: true, status: true } });
      return row && { ...row, status: conversationStatusSchema.parse(row.status) };
    },

    /** In order. */
    async listMessages(conversationId: string, query: StretchQuery): Promise<MessageStretch> {
      return query.afterSeq === undefined ? readBackward(conversationId, query) : readForward(conversationId, { afterSeq: query.afterSeq, limit: query.limit });
    },

    /** Turns that may make notices, after one number and up to another, in order; the newest when there are too many. */
    async listNoticeTurns(conversationId: string, { afterNumber, upTo }: { afterNumber: number; upTo: number | null }): Promise<NoticeTurn[]> {
      const kinds = ['web-view-posted', 'hand-over-finished'].map((kind) => ({ event: { startsWith: `{"kind":"${kind}"` } }));
      const number = { gt: afterNumber, ...(upTo === null ? {} : { lte: upTo }) };
      const rows = await db.turn.findMany({ where: { conversationId, workspaceId, number, OR: kinds }, orderBy: { number: 'desc' }, take: NOTICE_COUNT_MAX, select: { number: true, event: true } });
      return rows.reverse().map(({ number: turn, event }) => ({ number: turn, event: turnEventSchema.parse(JSON.parse(event)) }));
    },

    /** The turn that closed a closed conversation: its last one. */
    async findLastTurn(conversationId: string): Promise<{ number: number; endedAt: Date } | null> {
      const row = await db.turn.findFirst({ where: { conversationId, workspaceId }, orderBy: { number: 'desc' }, select: { number: true, startedAt: true } });
      return row && { number: row.number, endedAt: row.startedAt };
    },

    /** Notes what was seen; never goes backwards or beyond what is there. @returns whether something changed */
    async markRead(conversationId: string, seq: number): Promise<boolean> {
      const { _max } = await db.message.aggregate({ where: { conversationId, workspaceId, seq: { lte: seq } }, _max: { seq: true } });
      const readSeq = _max.seq ?? 0;
      const { count } = await db.conversation.updateMany({ where: { ...own, id: conversationId, readSeq: { lt: readSeq } }, data: { readSeq } });
      return count > 0;
    },
  };

  async function readForward(conversationId: string, { afterSeq, limit }: { afterSeq: number; limit: number }): Promise<MessageStretch> {
    const [rows, before] = await Promise.all([
      db.message.findMany({ where: { conversationId, workspaceId, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' }, take: limit + 1, select: MESSAGE_COLUMNS }),
      db.message.findFirst({ where: { conversationId, workspaceId, seq: { lte: afterSeq } }, orderBy: { seq: 'desc' }, select: { seq: true, turnNumber: true } }),
    ]);
    return { ...toStretch(rows.slice(0, limit)), before, isNewest: rows.length <= limit };
  }

  async function readBackward(conversationId: string, { beforeSeq, limit }: StretchQuery): Promise<MessageStretch> {
    const seq = beforeSeq === undefined ? {} : { seq: { lt: beforeSeq } };
    const rows = await db.message.findMany({ where: { conversationId, workspaceId, ...seq }, orderBy: { seq: 'desc' }, take: limit + 1, select: MESSAGE_COLUMNS });
    return { ...toStretch(rows.slice(0, limit).reverse()), before: rows[limit] ?? null, isNewest: beforeSeq === undefined };
  }
}
export type OwnConversationStore = ReturnType<typeof ownConversationStore>;

/** A line as consumers get it. */
export function toShownLine({ version: _, ...line }: ConversationLine): ConsumerConversation {
  return line;
}

const LINE_COLUMNS = { id: true, status: true, createdAt: true, updatedAt: true, lastSeq: true, readSeq: true, version: true } as const;
type LineRow = Pick<ConversationRow, keyof typeof LINE_COLUMNS>;

const MESSAGE_COLUMNS = { seq: true, turnNumber: true, clientMessageId: true, content: true } as const;

interface LineDetail {
  id: string;
  /** Numbers as the database gives them. */
  lastSeq: number | bigint | null;
  unreadCount: number | bigint;
  /** Message (JSON text). */
  latest: string | null;
  turnStatus: string | null;
}

function toLine({ status, createdAt, updatedAt, ...row }: LineRow, detail: LineDetail | undefined): ConversationLine {
  return {
    ...row,
    status: conversationStatusSchema.parse(status),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    // Messages of a turn under way may be ahead of the row.
    lastSeq: Math.max(row.lastSeq, Number(detail?.lastSeq ?? 0)),
    unreadCount: Number(detail?.unreadCount ?? 0),
    latest: detail?.latest ? toLatest(messageSchema.parse(JSON.parse(detail.latest))) : null,
    isAnswering: detail?.turnStatus === 'running',
  };
}

function toStretch(rows: { seq: number; turnNumber: number; clientMessageId: string | null; content: string }[]): Pick<MessageStretch, 'messages' | 'lastRow'> {
  const messages = rows.map(({ content, ...row }) => ({ ...row, message: messageSchema.parse(JSON.parse(content)) }));
  return { messages: messages.filter(({ message }) => isForConsumers(message)), lastRow: rows.at(-1) ?? null };
}
