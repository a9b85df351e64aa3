import { toBackoffMs } from '@/lib/client/messenger/backoff';
import type { Store } from '@/lib/client/messenger/create-store';
import { callMessenger } from '@/lib/client/messenger/messenger-api';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';
import type { MessengerConfig } from '@/lib/modules/messenger/messenger.schema';

/** Reads how a channel looks and behaves, for as long as nobody answers; null when there is no such channel. */
export async function loadConfig(channelId: string, isStopped: () => boolean, store: Store<MessengerState>): Promise<MessengerConfig | null> {
  for (let tryCount = 0; !isStopped(); tryCount += 1) {
    try {
      return await callMessenger('getMessengerConfig', { params: { channelId } }, { token: null });
    } catch (error) {
      if (error instanceof MessengerProblem && !error.isPassing && error.status < 500) return null;
      store.update({ connection: 'lost' });
      await new Promise((resolve) => setTimeout(resolve, toBackoffMs(tryCount, Math.random())));
      store.update({ connection: 'idle' });
    }
  }
  return null;
}
