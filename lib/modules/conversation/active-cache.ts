import type { ActiveConversation } from './active-conversation';

/** Conversations kept in memory, so that a turn reads nothing. Every write checks the version, so a stale one does no harm. */
export interface ActiveCache {
  find(conversationId: string): ActiveConversation | null;
  keep(conversation: ActiveConversation, stateBytes: number): void;
  drop(conversationId: string): void;
}

interface CacheLimits {
  /** Default 5,000. */
  countMax?: number;
  /** Of their states as JSON text, which is about a third of what they take in memory. Default 32 MB. */
  bytesMax?: number;
}

/** Makes a cache that forgets the conversations used longest ago. */
export function createActiveCache({ countMax = 5_000, bytesMax = 32 * 1024 * 1024 }: CacheLimits = {}): ActiveCache {
  const entries = new Map<string, { conversation: ActiveConversation; bytes: number }>();
  let byteCount = 0;
  const drop = (conversationId: string) => {
    byteCount -= entries.get(conversationId)?.bytes ?? 0;
    entries.delete(conversationId);
  };
  return {
    find: (conversationId) => entries.get(conversationId)?.conversation ?? null,
    keep(conversation, stateBytes) {
      drop(conversation.id);
      entries.set(conversation.id, { conversation, bytes: stateBytes });
      byteCount += stateBytes;
      for (const oldest of entries.keys()) {
        if (entries.size <= countMax && byteCount <= bytesMax) break;
        drop(oldest);
      }
    },
    drop,
  };
}
