import type { ParleyIdentity } from '@/public/messenger';
import { readExpiry, toRenewalDelayMs } from './renewal';
import { LoaderError, warn } from './warn';

/** Who the site says the visitor is, kept fresh. */
export interface Identity {
  begin(source: ParleyIdentity): Promise<void>;
  /** No further JWT is fetched. */
  end(): void;
}

const RETRY_MS = 30_000;

/**
 * Fetches a JWT, tells it, and fetches the next one before it expires when the site gave a function.
 * @param tell brings a JWT to the frame; rejects when it is refused
 */
export function createIdentity(tell: (jwt: string) => Promise<unknown>): Identity {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Of the latest `begin`; what came before it is of no interest any more. */
  let current: symbol | null = null;

  async function identify(source: ParleyIdentity, mark: symbol): Promise<void> {
    const jwt: unknown = typeof source === 'function' ? await source() : source;
    if (typeof jwt !== 'string' || jwt.split('.').length !== 3) throw new LoaderError('messenger/wrong-argument', 'identify(identity) takes a JWT, or a function that gives one, also by a promise.');
    if (current !== mark) return;
    await tell(jwt);
    const expiresAtMs = readExpiry(jwt);
    if (current !== mark || typeof source !== 'function' || expiresAtMs === null) return;
    timer = setTimeout(() => renew(source, mark), toRenewalDelayMs({ expiresAtMs, nowMs: Date.now() }));
  }

  function renew(source: ParleyIdentity, mark: symbol): void {
    identify(source, mark).catch((error: unknown) => {
      if (current !== mark) return;
      warn(`The visitor’s JWT could not be renewed; it is tried again. ${error instanceof Error ? error.message : String(error)}`);
      timer = setTimeout(() => renew(source, mark), RETRY_MS);
    });
  }

  function end(): void {
    clearTimeout(timer);
    current = null;
  }

  return {
    begin(source) {
      end();
      const mark = Symbol('identity');
      current = mark;
      return identify(source, mark);
    },
    end,
  };
}
