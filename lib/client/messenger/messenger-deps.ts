import type { Store } from '@/lib/client/messenger/create-store';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';
import type { SessionKeeper } from '@/lib/client/messenger/session-keeper';

/** What the parts of the messenger's client share. */
export type MessengerDeps = {
  store: Store<MessengerState>;
  session: SessionKeeper;
  /** A new id that nobody else has. */
  newId: () => string;
};
