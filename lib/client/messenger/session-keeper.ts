import { callMessenger } from '@/lib/client/messenger/messenger-api';
import { MessengerProblem, VISITOR_LEFT } from '@/lib/client/messenger/messenger-problem';
import type { MessengerSession } from '@/lib/modules/messenger/messenger.schema';

/** What the keeper needs. */
export type SessionPorts = {
  channelId: string;
  /** The token of an earlier visit. */
  readToken: () => string | null;
  writeToken: (token: string | null) => void;
  /** For the texts that the bot itself says. */
  readLanguage: () => string | null;
  /** A session was opened; its contact may be another than before. */
  onSession: (session: MessengerSession) => void;
};

/** Knows who the visitor is. */
export type SessionKeeper = ReturnType<typeof createSessionKeeper>;

/** Opens the visitor's session when one is needed first, and once more when it has expired. */
export function createSessionKeeper({ channelId, readToken, writeToken, readLanguage, onSession }: SessionPorts) {
  let token: string | null = null;
  let identity: string | null = null;
  let opening: Promise<string> | null = null;
  let identifying: Promise<string> | null = null;
  let contact: Pick<MessengerSession['contact'], 'id' | 'isIdentified'> | null = null;
  /** Another number after each visitor who has left; somebody anonymous who is identified is still the same one. */
  let visit = 0;

  async function open(): Promise<string> {
    const before = token;
    // Refused, the visitor goes on as who they were.
    while (identifying) await identifying.catch(() => undefined);
    if (token !== null && token !== before) return token;
    opening ??= ask().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function ask(): Promise<string> {
    const body = { token: token ?? readToken(), identity, language: readLanguage() };
    const session = await callMessenger('openMessengerSession', { params: { channelId }, body }, { token: null }).catch((error: unknown) => {
      // A signature that has run out meanwhile must not lock the visitor out.
      if (identity === null || !(error instanceof MessengerProblem) || error.isPassing || error.status >= 500) throw error;
      identity = null;
      return callMessenger('openMessengerSession', { params: { channelId }, body: { ...body, identity: null } }, { token: null });
    });
    return take(session);
  }

  function take(session: MessengerSession): string {
    writeToken(session.token);
    return begin(session);
  }

  function begin(session: MessengerSession): string {
    if (contact?.isIdentified && contact.id !== session.contact.id) visit += 1;
    ({ token, contact } = session);
    onSession(session);
    return session.token;
  }

  async function whileSame<Result>(ofVisit: number, answer: Promise<Result>): Promise<Result> {
    const left = () => new MessengerProblem(409, VISITOR_LEFT, 'The visitor is another one now.');
    const result = await answer.catch((error: unknown) => {
      throw ofVisit === visit ? error : left();
    });
    if (ofVisit !== visit) throw left();
    return result;
  }

  return {
    /** Whether this page has a session, and not only a token for one. */
    isBegun: () => token !== null,
    hasToken: () => token !== null || readToken() !== null,
    /** @throws MessengerProblem */
    ready: async (): Promise<string> => token ?? (await open()),
    /**
     * Calls with the session's token, once more after renewing it when it is no longer good.
     * @throws MessengerProblem `client/visitor-left` when the answer is no longer this visitor's to see
     */
    async with<Result>(call: (token: string) => Promise<Result>): Promise<Result> {
      const used = token ?? (await open());
      const ofVisit = visit;
      try {
        return await whileSame(ofVisit, call(used));
      } catch (error) {
        if (!(error instanceof MessengerProblem) || error.status !== 401) throw error;
        // Another call may have renewed it meanwhile.
        const renewed = await whileSame(ofVisit, token !== null && token !== used ? Promise.resolve(token) : open());
        return whileSame(ofVisit, call(renewed));
      }
    },
    /**
     * The site says, signed, who the visitor is.
     * @throws MessengerProblem `messenger/wrong-identity`, `messenger/identity-expired`, `messenger/no-identity-secret`
     */
    async identify(jwt: string): Promise<void> {
      // One at a time: an answer that comes late must not put somebody else in this visitor's place.
      while (opening ?? identifying) await (opening ?? identifying)?.catch(() => undefined);
      identifying = callMessenger('openMessengerSession', { params: { channelId }, body: { token: token ?? readToken(), identity: jwt, language: readLanguage() } }, { token: null })
        .then((session) => {
          identity = jwt;
          return take(session);
        })
        .finally(() => {
          identifying = null;
        });
      await identifying;
    },
    /**
     * Another tab of this browser has another token now: its visitor is this tab's too. Nothing is written, so that tabs don't answer each other for ever.
     * @throws MessengerProblem
     */
    async adopt(stored: string): Promise<void> {
      while (opening ?? identifying) await (opening ?? identifying)?.catch(() => undefined);
      if (stored === token) return;
      identifying = callMessenger('openMessengerSession', { params: { channelId }, body: { token: stored, identity: null, language: readLanguage() } }, { token: null })
        .then((session) => {
          if (session.contact.id !== contact?.id) identity = null;
          return begin(session);
        })
        .finally(() => {
          identifying = null;
        });
      await identifying;
    },
    /** @param isKept the stored token is left alone: it is another tab's by now */
    forget({ isKept = false } = {}): void {
      visit += 1;
      token = null;
      identity = null;
      contact = null;
      if (!isKept) writeToken(null);
    },
  };
}
