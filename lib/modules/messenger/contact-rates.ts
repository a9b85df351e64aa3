import { Fault } from '@/lib/engine/fault';
import type { Clock } from '@/lib/platform/clock';

/** What each contact may do how often, in this process. */
export interface ContactRates {
  /** @throws Fault `messenger/too-many-messages` */
  messages: ContactRate;
  /** @throws Fault `messenger/too-many-conversations` */
  conversations: ContactRate;
  /** @throws Fault `messenger/too-many-files` */
  files: ContactRate;
  /** Of what is known of the contact. @throws Fault `messenger/too-many-changes` */
  changes: ContactRate;
  /** By contact, by recipient and by address of the sender. @throws Fault `messenger/too-many-mails` */
  mails: ContactRate;
  /** @throws Fault `messenger/too-many-page-checks` */
  pageChecks: ContactRate;
}

interface ContactRate {
  /** @param key usually the contact's id */
  take(key: string): void;
}

interface RateLimit {
  /** At once; so many more come back in `perMs`. */
  countMax: number;
  perMs: number;
  code: string;
  /** What there are too many of, as the visitor is told. */
  what: string;
}

const MINUTE_MS = 60_000;

/** Makes limits far beyond what somebody does by hand, which keep one visitor's program from taking the bot for itself. */
export function createContactRates(clock: Pick<Clock, 'nowMs'>): ContactRates {
  return {
    messages: createRate(clock, { countMax: 60, perMs: MINUTE_MS, code: 'messenger/too-many-messages', what: 'messages' }),
    conversations: createRate(clock, { countMax: 20, perMs: 10 * MINUTE_MS, code: 'messenger/too-many-conversations', what: 'conversations' }),
    files: createRate(clock, { countMax: 30, perMs: 10 * MINUTE_MS, code: 'messenger/too-many-files', what: 'files' }),
    changes: createRate(clock, { countMax: 60, perMs: MINUTE_MS, code: 'messenger/too-many-changes', what: 'changes' }),
    mails: createRate(clock, { countMax: 10, perMs: 60 * MINUTE_MS, code: 'messenger/too-many-mails', what: 'mails' }),
    pageChecks: createRate(clock, { countMax: 60, perMs: MINUTE_MS, code: 'messenger/too-many-page-checks', what: 'pages' }),
  };
}

/** A bucket for each contact that fills up steadily. Full ones are forgotten, so that memory does not grow with visitors of the past. */
function createRate(clock: Pick<Clock, 'nowMs'>, { countMax, perMs, code, what }: RateLimit): ContactRate {
  const buckets = new Map<string, { left: number; atMs: number }>();
  const msPerOne = perMs / countMax;
  let sweptAtMs = clock.nowMs();

  function sweep(nowMs: number): void {
    if (nowMs - sweptAtMs < perMs) return;
    sweptAtMs = nowMs;
    for (const [contactId, { atMs }] of buckets) if (nowMs - atMs >= perMs) buckets.delete(contactId);
  }

  return {
    take(contactId) {
      const nowMs = clock.nowMs();
      sweep(nowMs);
      const before = buckets.get(contactId) ?? { left: countMax, atMs: nowMs };
      const left = Math.min(countMax, before.left + (nowMs - before.atMs) / msPerOne);
      if (left < 1) {
        const retryAfterS = Math.max(1, Math.ceil(((1 - left) * msPerOne) / 1_000));
        throw new Fault('limited', code, `Too many ${what} in a short time. Wait ${retryAfterS} s, then try again.`, { retryAfterS });
      }
      buckets.set(contactId, { left: left - 1, atMs: nowMs });
    },
  };
}
