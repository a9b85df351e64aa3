import { z } from 'zod';
import type { WebViewPost as PostDbRow } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import { toProvider, type Database } from '@/lib/platform/db/open-database';
import { buildInserts } from '@/lib/platform/db/sql-rows';
import { POSTS_KEPT_MAX, webViewPostDetailSchema, webViewPostSchema, type MessageFate, type WebViewPost, type WebViewPostDetail } from './web-view-post.schema';

/** A post on its way to the inbox. */
export interface PostEntry {
  id: string;
  botId: string;
  conversationId: string;
  receivedAtMs: number;
  outcome: WebViewPost['outcome'];
  postId: string | null;
  reason: { code: string; detail: string } | null;
  message: string | null;
  fate: MessageFate | null;
  variableNames: string[];
  /** Null when they are not to be kept. */
  variables: Record<string, string> | null;
  turnNumber: number | null;
  count: number;
}

/** What came of a post that had to wait. */
export type PostEnd = Pick<PostEntry, 'outcome' | 'reason' | 'fate' | 'turnNumber'>;

const POST_COLUMNS = {
  id: 'text', workspaceId: 'text', botId: 'text', conversationId: 'text', receivedAt: 'timestamp(3)', outcome: 'text', postId: 'text', reasonCode: 'text', reason: 'text',
  message: 'text', messageFate: 'text', variables: 'text', variableNames: 'text', turnNumber: 'integer', count: 'integer',
} as const;

/** The inbox of one workspace's bots, for reading. */
export function webViewPostStore(db: Database, workspaceId: string) {
  return {
    /** Newest first. */
    async list(botId: string, { limit, outcome }: { limit: number; outcome: WebViewPost['outcome'] | undefined }): Promise<WebViewPost[]> {
      const where = { workspaceId, botId, ...(outcome ? { outcome } : {}) };
      const rows = await db.webViewPost.findMany({ where, orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }], take: Math.min(limit, POSTS_KEPT_MAX) });
      return rows.map((row) => webViewPostSchema.parse(toPost(row)));
    },

    /** With the values of its variables. @throws Fault `web-view-post/not-found` */
    async get(botId: string, id: string): Promise<WebViewPostDetail> {
      const row = await db.webViewPost.findFirst({ where: { id, workspaceId, botId } });
      if (!row) throw new Fault('missing', 'web-view-post/not-found', `This post is not kept any more: only the newest ${POSTS_KEPT_MAX.toLocaleString('en')} are.`);
      return webViewPostDetailSchema.parse({ ...toPost(row), variables: readVariables(row) });
    },
  };
}

/** A post that waits for its turn. */
export interface QueuedPost {
  id: string;
  workspaceId: string;
  botId: string;
  conversationId: string;
  postId: string;
  message: string | null;
  variables: Record<string, string>;
}

/** Which posts that wait: all, or those of one conversation, or those that wait since before a time. */
export interface WaitingPosts {
  conversationId?: string;
  beforeMs?: number;
}

/** What posts write, of whatever workspace. */
export function everyPostStore(db: Database, databaseUrl: string) {
  const provider = toProvider(databaseUrl);
  return {
    /** Writes posts and drops what is beyond the newest of each bot; posts that still wait are never dropped. Bots that are gone have no inbox. */
    async insert(entries: PostEntry[]): Promise<void> {
      const botIds = [...new Set(entries.map(({ botId }) => botId))];
      const bots = await db.bot.findMany({ where: { id: { in: botIds } }, select: { id: true, workspaceId: true } });
      const workspaceIdByBot = new Map(bots.map((bot) => [bot.id, bot.workspaceId]));
      const rows = entries.flatMap((entry) => toRows(entry, workspaceIdByBot.get(entry.botId)));
      await db.$transaction(async (transaction) => {
        for (const { text, values } of buildInserts(provider, 'WebViewPost', { columns: POST_COLUMNS, rows })) await transaction.$executeRawUnsafe(text, ...values);
        for (const { id: botId } of bots) {
          const oldest = await transaction.webViewPost.findFirst({ where: { botId }, orderBy: { receivedAt: 'desc' }, skip: POSTS_KEPT_MAX - 1, select: { receivedAt: true } });
          if (oldest) await transaction.webViewPost.deleteMany({ where: { botId, outcome: { not: 'queued' }, receivedAt: { lt: oldest.receivedAt } } });
        }
      });
    },

    /** Says what came of a post that waited. Two processes may have seen it wait: who says it first had it. */
    async end(id: string, { outcome, reason, fate, turnNumber }: PostEnd): Promise<void> {
      await db.webViewPost.updateMany({ where: { id, outcome: 'queued' }, data: { outcome, reasonCode: reason?.code ?? null, reason: reason?.detail ?? null, messageFate: fate, turnNumber } });
    },

    /** Conversations in which posts wait. */
    async listWaitingConversationIds(): Promise<Set<string>> {
      const rows = await db.webViewPost.findMany({ where: { outcome: 'queued' }, distinct: ['conversationId'], select: { conversationId: true } });
      return new Set(rows.map(({ conversationId }) => conversationId));
    },

    /** In the order in which they came. */
    async listQueued({ beforeMs, conversationId }: WaitingPosts): Promise<QueuedPost[]> {
      const where = { outcome: 'queued', ...(beforeMs === undefined ? {} : { receivedAt: { lte: new Date(beforeMs) } }), ...(conversationId === undefined ? {} : { conversationId }) };
      const rows = await db.webViewPost.findMany({ where, orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, postId: row.postId ?? row.id, variables: readVariables(row) ?? {} }));
    },

    /** When the turn of a post began; null when there is none. */
    async findTurnTime(conversationId: string, postId: string): Promise<number | null> {
      const turn = await db.turn.findUnique({ where: { conversationId_postId: { conversationId, postId } }, select: { startedAt: true } });
      return turn?.startedAt.getTime() ?? null;
    },
  };
}
export type EveryPostStore = ReturnType<typeof everyPostStore>;

function toRows({ receivedAtMs, reason, fate, variables, variableNames, ...entry }: PostEntry, workspaceId: string | undefined) {
  if (workspaceId === undefined) return [];
  const texts = { variables: variables && JSON.stringify(variables), variableNames: JSON.stringify(variableNames) };
  return [{ ...entry, ...texts, workspaceId, receivedAt: new Date(receivedAtMs), reasonCode: reason?.code ?? null, reason: reason?.detail ?? null, messageFate: fate }];
}

function toPost({ receivedAt, postId, reasonCode, reason, variables, variableNames, ...row }: PostDbRow) {
  return {
    ...row,
    receivedAt: receivedAt.toISOString(),
    eventId: postId,
    reason: reasonCode === null ? null : { code: reasonCode, detail: reason ?? '' },
    variableNames: z.array(z.string()).parse(JSON.parse(variableNames)),
    canApplyAgain: variables !== null && row.outcome !== 'queued',
  };
}

function readVariables({ variables }: Pick<PostDbRow, 'variables'>): Record<string, string> | null {
  return variables === null ? null : z.record(z.string(), z.string()).parse(JSON.parse(variables));
}
