import type { ConsumerConversation } from '@/lib/modules/messenger/messenger.schema';

/** The list with a conversation as it is now, most recently active first. An older state never takes the place of a newer one. */
export function withConversation(conversations: readonly ConsumerConversation[], fresh: ConsumerConversation): ConsumerConversation[] {
  const known = conversations.find(({ id }) => id === fresh.id);
  const kept = known && isOlder(fresh, known) ? known : known ? { ...fresh, ...laterRead(known, fresh) } : fresh;
  return sortByActivity([...conversations.filter(({ id }) => id !== fresh.id), kept]);
}

/** The list as the server told it whole, with what this device has read meanwhile. */
export function withConversations(conversations: readonly ConsumerConversation[], fresh: readonly ConsumerConversation[]): ConsumerConversation[] {
  return fresh.reduce<ConsumerConversation[]>(withConversation, [...conversations]);
}

/** The list after this device has shown messages up to a number. */
export function withRead(conversations: readonly ConsumerConversation[], conversationId: string, seq: number): readonly ConsumerConversation[] {
  const known = conversations.find(({ id }) => id === conversationId);
  if (!known || known.readSeq >= seq) return conversations;
  return conversations.map((conversation) => (conversation === known ? { ...conversation, readSeq: seq, unreadCount: seq >= conversation.lastSeq ? 0 : conversation.unreadCount } : conversation));
}

/** Unread messages of all conversations but one. */
export function countUnread(conversations: readonly ConsumerConversation[], exceptId: string | null = null): number {
  return conversations.reduce((sum, { id, unreadCount }) => (id === exceptId ? sum : sum + unreadCount), 0);
}

/** The conversation to go on with: the most recently active one that is not closed. */
export function findOpen(conversations: readonly ConsumerConversation[]): ConsumerConversation | null {
  return conversations.find(({ status }) => status !== 'closed') ?? null;
}

/** What this device has read counts until the server knows it too. */
function laterRead(known: ConsumerConversation, fresh: ConsumerConversation): Partial<ConsumerConversation> {
  if (known.readSeq <= fresh.readSeq) return {};
  return { readSeq: known.readSeq, unreadCount: known.readSeq >= fresh.lastSeq ? 0 : fresh.unreadCount };
}

function isOlder(fresh: ConsumerConversation, known: ConsumerConversation): boolean {
  return fresh.lastSeq < known.lastSeq || (fresh.lastSeq === known.lastSeq && fresh.updatedAt < known.updatedAt);
}

function sortByActivity(conversations: ConsumerConversation[]): ConsumerConversation[] {
  return conversations.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt) || b.createdAt.localeCompare(a.createdAt));
}
