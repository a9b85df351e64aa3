import { messageSchema } from '@/lib/engine/messages/message.schema';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import type { ConversationOptions } from '@/lib/modules/conversation/conversation.schema';
import type { Database } from '@/lib/platform/db/open-database';

/** A preview that begins with turns of another conversation. */
export interface Branch {
  id: string;
  workspaceId: string;
  botId: string;
  fromConversationId: string;
  /** Turns that are shared. */
  afterTurn: number;
  /** The state after them, with the branch's own id. */
  state: ConversationState;
  options: ConversationOptions;
  atMs: number;
}

/** Writes branches: a new conversation's row with copies of the turns and messages that it shares. */
export function branchStore(db: Database) {
  return {
    async insert(branch: Branch): Promise<void> {
      const { id, workspaceId, botId, fromConversationId, afterTurn, state, options, atMs } = branch;
      const at = new Date(atMs);
      await db.$transaction(async (transaction) => {
        const shared = { conversationId: fromConversationId, workspaceId };
        const messages = await transaction.message.findMany({ where: { ...shared, turnNumber: { lte: afterTurn } }, orderBy: { seq: 'asc' } });
        const turns = await transaction.turn.findMany({ where: { ...shared, number: { lte: afterTurn } } });
        const row = { id, workspaceId, botId, kind: 'preview', options: JSON.stringify(options), consumerId: state.consumer.id, channel: state.consumer.channel };
        const place = { status: state.status, state: JSON.stringify(state), lastSeq: messages.at(-1)?.seq ?? 0, createdAt: at, updatedAt: at, closedAt: state.status === 'closed' ? at : null };
        await transaction.conversation.create({ data: { ...row, ...place } });
        await transaction.turn.createMany({ data: turns.map((turn) => ({ ...turn, conversationId: id, ownerId: null, leaseUntil: null })) });
        await transaction.message.createMany({ data: messages.map((message) => ({ ...message, conversationId: id, content: withConversationId(message.content, id) })) });
      });
    },
  };
}

/** The message's text with ids of the branch: a message's id is its conversation's with its number. */
function withConversationId(content: string, conversationId: string): string {
  const message = messageSchema.parse(JSON.parse(content));
  const toOwnId = (messageId: string) => `${conversationId}:${messageId.slice(messageId.lastIndexOf(':') + 1)}`;
  return JSON.stringify({ ...message, id: `${conversationId}:${message.seq}`, inReplyTo: message.inReplyTo === null ? null : toOwnId(message.inReplyTo) });
}
