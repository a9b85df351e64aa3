import { getCurrentAuthContextAsyncLocalStorage, getCurrentDBAdapterAsyncLocalStorage, getRequestStateAsyncLocalStorage } from '@better-auth/core/context';

let underWayCount = 0;

/**
 * Runs something of better-auth, and lets go of its asynchronous context as soon as nothing of it is under way.
 * On Node 20 an AsyncLocalStorage that was used once makes every promise of the thread dearer for good, by twice to four times;
 * this is undone by disabling it. Sessions are read seldom (`config-cache.ts`), promises are made all the time.
 */
export async function withAuthContext<T>(work: () => Promise<T>): Promise<T> {
  const storages = await Promise.all([getRequestStateAsyncLocalStorage(), getCurrentAuthContextAsyncLocalStorage(), getCurrentDBAdapterAsyncLocalStorage()]);
  underWayCount += 1;
  try {
    return await work();
  } finally {
    underWayCount -= 1;
    if (underWayCount === 0) for (const storage of storages) storage.disable();
  }
}
