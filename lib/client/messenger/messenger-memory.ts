import type { Store } from '@/lib/client/messenger/create-store';
import { keepValue } from '@/lib/client/messenger/kept-values';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';
import { reviveSends, type PendingSend } from '@/lib/client/messenger/pending-send';

/** Keeps the token, unsent texts, what was not sent yet, whose these are, and which privacy notice was accepted. */
export function keepMessenger(channelId: string) {
  const token = keepValue<string>(channelId, 'token');
  const drafts = keepValue<Record<string, string>>(channelId, 'drafts');
  const pending = keepValue<PendingSend[]>(channelId, 'pending');
  const notice = keepValue<string>(channelId, 'notice');
  const keptFor = keepValue<string>(channelId, 'kept-for');
  return {
    token,
    recall: (): Pick<MessengerState, 'drafts' | 'pending' | 'acceptedNotice' | 'keptFor'> => ({ drafts: drafts.read() ?? {}, pending: reviveSends(pending.read() ?? []), acceptedNotice: notice.read(), keptFor: keptFor.read() }),
    /** Writes what changes; @returns how to stop */
    follow(store: Store<MessengerState>): () => void {
      let before = store.get();
      return store.subscribe(() => {
        const state = store.get();
        if (state.drafts !== before.drafts) drafts.write(Object.keys(state.drafts).length > 0 ? { ...state.drafts } : null);
        if (state.pending !== before.pending) pending.write(state.pending.length > 0 ? [...state.pending] : null);
        if (state.keptFor !== before.keptFor) keptFor.write(state.keptFor);
        if (state.acceptedNotice !== before.acceptedNotice) notice.write(state.acceptedNotice);
        before = state;
      });
    },
  };
}
