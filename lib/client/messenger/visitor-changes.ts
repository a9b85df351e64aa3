import type { ConversationOpener } from '@/lib/client/messenger/conversation-opener';
import type { LiveConnection } from '@/lib/client/messenger/live-connection';
import type { MessengerActions } from '@/lib/client/messenger/messenger-actions';
import type { MessengerDeps } from '@/lib/client/messenger/messenger-deps';
import { firstState } from '@/lib/client/messenger/messenger-state';

/** What a change of the visitor takes. */
export type VisitorDeps = Pick<MessengerDeps, 'store' | 'session'> & { opener: ConversationOpener; actions: Pick<MessengerActions, 'closePage'>; live: Pick<LiveConnection, 'stop'>; wakeUp: () => Promise<void> };

/** How the visitor becomes another one. */
export type VisitorChanges = ReturnType<typeof createVisitorChanges>;

/** After a sign-out in another tab, how long that tab may take to begin the next session; then this one begins it. */
const NEXT_SESSION_MS = 1_500;

/** Signs the visitor out, here or because another tab did, and follows that tab to the next one. */
export function createVisitorChanges({ store, session, opener, actions, live, wakeUp }: VisitorDeps) {
  function leave(options: { isKept: boolean }): void {
    actions.closePage('consumer');
    live.stop();
    opener.drop();
    session.forget(options);
    const { config, status, isEmbedded, isOpen, isNarrow, siteLanguage, isOnline, visitCount } = store.get();
    store.update({ ...firstState, drafts: {}, pending: [], config, status, isEmbedded, isOpen, isNarrow, siteLanguage, isOnline, visitCount: visitCount + 1 });
  }

  return {
    /** Nothing of the visitor stays in this browser. */
    async signOut(): Promise<void> {
      leave({ isKept: false });
      await wakeUp();
    },
    /** Another tab has written another token, or has taken it away. */
    async follow(token: string | null): Promise<void> {
      if (token === null) {
        if (!session.isBegun()) return;
        leave({ isKept: true });
        return void setTimeout(() => void wakeUp(), NEXT_SESSION_MS);
      }
      const before = store.get().contact;
      if (session.isBegun()) await session.adopt(token).catch(() => undefined);
      const { contact, hint } = store.get();
      if (before !== null && before.id !== contact?.id) {
        live.stop();
        // That tab has told already what happened.
        if (hint === 'session-ended') store.update({ hint: null });
      }
      await wakeUp();
    },
  };
}
