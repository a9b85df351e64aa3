import type { OAuthSettings } from '@/lib/modules/credential/credential.schema';
import { nextRefreshAtMs } from '@/lib/modules/credential/oauth.rules';
import { requestToken, type SendTokenRequest, type TokenOutcome } from '@/lib/modules/credential/request-token';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import type { Clock } from '@/lib/platform/clock';

/** An opened OAuth credential; a changed one has a higher version and so never gets a token of the old settings. */
interface OAuthCredential {
  id: string;
  version: number;
  settings: OAuthSettings;
}

interface GetTokenOptions {
  /** Private destinations that the credential's workspace may reach. */
  allow: AllowList;
  /** The token that the API answered with 401. It is renewed, unless somebody has done so meanwhile. */
  rejectedToken?: string;
  /** Gives up waiting; a call that others wait for too goes on. */
  signal?: AbortSignal;
}

export type TokenResult =
  | { kind: 'token'; accessToken: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'cancelled' };

export interface TokenCache {
  /** A token that is good for a while yet. Failures are values and not remembered. */
  getToken(credential: OAuthCredential, options: GetTokenOptions): Promise<TokenResult>;
  /** Forgets a deleted credential's token. */
  forget(credentialId: string): void;
}

interface Entry {
  version: number;
  token: { accessToken: string; refreshAtMs: number } | null;
  pending: Promise<TokenOutcome> | null;
}

/**
 * Keeps OAuth tokens in memory until shortly before they expire. Whoever needs a token while it is fetched waits for
 * the same call. `send` is the outbound door (see `SendTokenRequest`).
 */
export function createTokenCache(deps: { send: SendTokenRequest; clock: Clock }): TokenCache {
  const entryById = new Map<string, Entry>();

  const entryOf = ({ id, version }: OAuthCredential): Entry => {
    const known = entryById.get(id);
    if (known?.version === version) return known;
    const entry: Entry = { version, token: null, pending: null };
    // A run that began before a change still uses the old settings; it must not drive out the new ones.
    if (known === undefined || known.version < version) entryById.set(id, entry);
    return entry;
  };

  const refresh = async (entry: Entry, settings: OAuthSettings, allow: AllowList): Promise<TokenOutcome> => {
    try {
      // The token's life begins at the latest when it was asked for.
      const askedAtMs = deps.clock.nowMs();
      const outcome = await requestToken(deps.send, settings, allow);
      entry.token =
        outcome.kind === 'token'
          ? { accessToken: outcome.accessToken, refreshAtMs: nextRefreshAtMs(askedAtMs, outcome.lifetimeMs) }
          : null;
      return outcome;
    } finally {
      entry.pending = null;
    }
  };

  return {
    async getToken(credential, { allow, rejectedToken, signal }) {
      if (signal?.aborted) return { kind: 'cancelled' };
      const entry = entryOf(credential);
      const { token } = entry;
      if (token && token.accessToken !== rejectedToken && deps.clock.nowMs() < token.refreshAtMs) {
        return { kind: 'token', accessToken: token.accessToken };
      }
      entry.pending ??= refresh(entry, credential.settings, allow);
      const outcome = await waitFor(entry.pending, signal);
      if (outcome === null) return { kind: 'cancelled' };
      return outcome.kind === 'token'
        ? { kind: 'token', accessToken: outcome.accessToken }
        : { kind: 'failed', reason: outcome.reason };
    },
    forget: (credentialId) => void entryById.delete(credentialId),
  };
}

/** The promise's value, or null as soon as the signal aborts. */
function waitFor<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
