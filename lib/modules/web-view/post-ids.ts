import { hash } from 'node:crypto';
import { Fault } from '@/lib/engine/fault';
import type { Clock } from '@/lib/platform/clock';
import type { PageGrant } from './page-tokens';
import type { WebViewInput } from './web-view.wire';

/** The same body again within this time is the same post. */
export const SAME_POST_MS = 10_000;

const KEY_LENGTH_MAX = 200;

/** Tells one post from another. */
export interface PostIdentity {
  /** Two posts with the same id are one. */
  postId: string;
  /** The id that the same body had a moment ago; null when that is out of the question. */
  earlierPostId: string | null;
  /** What makes a second post the same. */
  by: 'link' | 'key' | 'body';
}

interface Sighting {
  input: WebViewInput;
  /** Null: the post came with a hash. */
  grant: PageGrant | null;
  isSingleUse: boolean;
  idempotencyKey: string | null;
}

/**
 * Gives posts their ids. A single-use link has one id for all of its posts; else the header Idempotency-Key counts, else the body:
 * its id holds for ten seconds after its first sight.
 * @param isOnlyWriter whether no other process takes posts; then only what came before this one's start is out of its sight
 */
export function createPostIds({ clock, isOnlyWriter }: { clock: Pick<Clock, 'nowMs'>; isOnlyWriter: boolean }) {
  const startedAtMs = clock.nowMs();
  const seen = new Map<string, { atMs: number; postId: string }>();

  function identifyBody(digest: string): PostIdentity {
    const nowMs = clock.nowMs();
    for (const [key, { atMs }] of seen) {
      if (nowMs - atMs < SAME_POST_MS) break;
      seen.delete(key);
    }
    const known = seen.get(digest);
    if (known) return { postId: known.postId, earlierPostId: null, by: 'body' };
    const slot = Math.floor(nowMs / SAME_POST_MS);
    const postId = `${digest}-${slot.toString(36)}`;
    seen.set(digest, { atMs: nowMs, postId });
    const seesAll = isOnlyWriter && nowMs - startedAtMs > SAME_POST_MS;
    return { postId, earlierPostId: seesAll ? null : `${digest}-${(slot - 1).toString(36)}`, by: 'body' };
  }

  return {
    /** @throws Fault `web-view/invalid-key` */
    identify({ input, grant, isSingleUse, idempotencyKey }: Sighting): PostIdentity {
      const { botId, conversationId, userId, message, variables } = input;
      const toId = (...what: unknown[]) => hash('sha256', JSON.stringify([botId, conversationId, userId, ...what]), 'base64url');
      if (grant !== null && isSingleUse) return { postId: toId('link', grant.turnNumber), earlierPostId: null, by: 'link' };
      if (idempotencyKey !== null) {
        if (idempotencyKey === '' || idempotencyKey.length > KEY_LENGTH_MAX) throw new Fault('invalid', 'web-view/invalid-key', `The header Idempotency-Key must have 1 to ${KEY_LENGTH_MAX} characters.`);
        return { postId: toId('key', idempotencyKey), earlierPostId: null, by: 'key' };
      }
      return identifyBody(toId('body', grant?.turnNumber ?? null, message, variables));
    },
  };
}
