import type { Conversation as ConversationRow } from '@/generated/prisma/sqlite/client';
import { messageSchema } from '@/lib/engine/messages/message.schema';
import { conversationNotFound } from '@/lib/modules/conversation/conversation.rules';
import { conversationStatusSchema } from '@/lib/modules/conversation/conversation.schema';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { ConsumerConversation } from './messenger.schema';

/** Private messages are for operators. Within a text the quotes would be escaped. */
const visible = { NOT: { content: { contains: '"visibility":"private"' } } } as const;

const withLatest = {
  turns: { where: { status: 'running' }, select: { number: true }, take: 1 },
  messages: { where: visible, orderBy: { seq: 'desc' }, take: 1, select: { content: true } },
} as const;
type RowWithLatest = Omit<ConversationRow, 'state'> & { turns: { number: number }[]; messages: { content: string }[] };

/**
 * Conversations as their consumers see them: live ones only, and only of the given contacts.
 * @param contactIds of `readOwnContactIds`
 */
export function consumerConversationStore(db: Database | DatabaseTransaction, workspaceId: string, contactIds: string[]) {
  const own = { workspaceId, kind: 'live', consumerId: { in: contactIds } };

  const toConsumerConversation = async (row: RowWithLatest): Promise<ConsumerConversation> => {
    const isUnread = { conversationId: row.id, workspaceId, seq: { gt: row.readSeq }, actorKind: { not: 'consumer' }, ...visible };
    const latest = row.messages[0] && messageSchema.parse(JSON.parse(row.messages[0].content));
    return {
      id: row.id,
      status: conversationStatusSchema.parse(row.status),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      lastSeq: row.lastSeq,
      readSeq: row.readSeq,
      unreadCount: row.lastSeq > row.readSeq ? await db.message.count({ where: isUnread }) : 0,
      latest: latest ? { actorKind: latest.actor.kind, text: latest.plainText, createdAt: latest.createdAt } : null,
      isAnswering: row.turns.length > 0,
    };
  };

  return {
    /** Most recently active first. */
    async list({ limit }: { limit: number }): Promise<ConsumerConversation[]> {
      const rows = await db.conversation.findMany({ where: own, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }], take: limit, omit: { state: true }, include: withLatest });
      return Promise.all(rows.map(toConsumerConversation));
    },

    /** @throws Fault `conversation/not-found`, also for somebody else's */
    async get(conversationId: string): Promise<ConsumerConversation> {
      const row = await db.conversation.findFirst({ where: { ...own, id: conversationId }, omit: { state: true }, include: withLatest });
      if (!row) throw conversationNotFound();
      return toConsumerConversation(row);
    },

    /** Those that are not closed, most recently active first. */
    async listOpenIds({ limit }: { limit: number }): Promise<string[]> {
      const rows = await db.conversation.findMany({ where: { ...own, status: { not: 'closed' } }, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }], take: limit, select: { id: true } });
      return rows.map(({ id }) => id);
    },
  };
}
