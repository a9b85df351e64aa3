import { applyConversations, applyEvent, changeThread } from '@/lib/client/messenger/apply-event';
import { createConversationOpener, STRETCH_LENGTH } from '@/lib/client/messenger/conversation-opener';
import { createStore, type Store } from '@/lib/client/messenger/create-store';
import { createLiveConnection } from '@/lib/client/messenger/live-connection';
import { loadConfig } from '@/lib/client/messenger/load-config';
import { connectToLoader, type LoaderCall, type LoaderLink } from '@/lib/client/messenger/loader-link';
import { answerLoaderCall } from '@/lib/client/messenger/loader-calls';
import { callMessenger, requestMessenger } from '@/lib/client/messenger/messenger-api';
import { buildMessengerActions } from '@/lib/client/messenger/messenger-actions';
import type { MessengerDeps } from '@/lib/client/messenger/messenger-deps';
import { keepMessenger } from '@/lib/client/messenger/messenger-memory';
import { firstState, type MessengerState } from '@/lib/client/messenger/messenger-state';
import { newId } from '@/lib/client/messenger/new-id';
import { createReadMarker } from '@/lib/client/messenger/read-marker';
import { createSender } from '@/lib/client/messenger/sender';
import { createSessionKeeper } from '@/lib/client/messenger/session-keeper';
import { tellLoader } from '@/lib/client/messenger/tell-loader';
import { toSessionChange } from '@/lib/client/messenger/to-session-change';
import { withHistory } from '@/lib/client/messenger/thread';
import { createVisitorChanges } from '@/lib/client/messenger/visitor-changes';

/** A channel's messenger without its looks. */
export type MessengerClient = ReturnType<typeof createMessengerClient>;

/** Puts the parts of a messenger together; nothing happens before `start`. */
export function createMessengerClient(channelId: string) {
  const store: Store<MessengerState> = createStore(firstState);
  const memory = keepMessenger(channelId);
  let link: LoaderLink | null = null;
  let loaderToken: string | null = null;
  /** Null: not known yet. */
  let requiredNotice: string | null = null;
  /** Conversations that the site's script asks for and that have not begun. */
  let wantedCount = 0;
  const stops: (() => void)[] = [];

  const session = createSessionKeeper({
    channelId,
    readToken: () => loaderToken ?? memory.token.read(),
    writeToken(token) {
      loaderToken = token;
      memory.token.write(token);
      link?.post({ kind: 'token', token });
    },
    readLanguage: () => document.documentElement.lang || null,
    onSession(opened) {
      const { visitCount } = store.get();
      store.update((state) => toSessionChange(state, opened));
      if (store.get().visitCount !== visitCount) opener.drop();
    },
  });
  const deps: MessengerDeps = { store, session, newId };
  const live = createLiveConnection({
    open: (signal) => session.with((token) => requestMessenger('streamEvents', { query: toWatched(store.get()) }, { token, signal, headers: toLastEventId(store.get()) })),
    poll,
    onEvent: (event) => store.update((state) => applyEvent(state, event)),
    onStatus(connection) {
      const before = store.get().connection;
      if (before !== connection) store.update({ connection });
      if (connection === 'live' && before !== 'live') sender.pump();
    },
  });
  const opener = createConversationOpener(deps, () => live.restart());
  const sender = createSender(deps, {
    begin: (message) => opener.begin({ requestId: message.messageId, message, dialog: null }),
    // Where a message gets through, the live connection need not wait out its pause.
    onDelivered: () => live.wake(),
  });
  const marker = createReadMarker(deps);
  const actions = buildMessengerActions({
    ...deps,
    opener,
    sender,
    marker,
    requiredNotice: () => requiredNotice,
    siteOrigin: () => link?.siteOrigin ?? null,
    tellPage(page, by) {
      const { conversationId, url } = page;
      if (by === null) link?.tell('web-view-opened', { conversationId, url });
      else link?.tell('web-view-closed', { conversationId, by });
    },
  });

  const visitor = createVisitorChanges({ store, session, opener, actions, live, wakeUp });

  async function poll(signal: AbortSignal): Promise<void> {
    const { currentId, threads } = store.get();
    if (currentId !== null && threads[currentId]) {
      const { syncedSeq } = threads[currentId];
      const history = await session.with((token) => callMessenger('getHistory', { params: { conversationId: currentId }, query: { afterSeq: syncedSeq, limit: STRETCH_LENGTH } }, { token, signal }));
      for (const message of history.messages) store.update((state) => applyEvent(state, { kind: 'message', conversationId: currentId, message }));
      store.update((state) => changeThread(state, currentId, (thread) => withHistory(thread, history)));
      store.update((state) => applyEvent(state, { kind: 'conversation', conversation: history.conversation }));
    }
    const { conversations } = await session.with((token) => callMessenger('listConsumerConversations', {}, { token, signal }));
    store.update((state) => applyConversations(state, conversations));
  }

  /** Once the consumer looks: a session, a conversation, and news of it. Not before a notice that must be accepted first. */
  async function wakeUp(): Promise<void> {
    const { status, isOpen } = store.get();
    if (status !== 'ready' || requiredNotice === null) return;
    const mayBegin = isOpen && actions.isNoticeAccepted();
    if (!mayBegin && !session.hasToken()) return;
    try {
      await session.ready();
    } catch {
      store.update({ connection: 'lost' });
      setTimeout(() => void wakeUp(), 4_000 + Math.random() * 2_000);
      return;
    }
    if (store.get().connection === 'idle') live.restart();
    sender.pump();
    if (mayBegin && wantedCount === 0) await opener.resume();
  }

  return {
    store,
    actions,
    /** The loader is told how its launcher looks by whoever knows the words. */
    post: (message: Parameters<LoaderLink['post']>[0]) => link?.post(message),
    /** The notice to accept before the first message, in the consumer's language; empty: none. Nothing begins before it is known. */
    setNotice(text: string): void {
      requiredNotice = text;
      actions.noteNotice();
      void wakeUp();
    },
    /** @returns how to stop */
    start(): () => void {
      let isStopped = false;
      void boot().catch(() => undefined);
      async function boot() {
        const loadingConfig = loadConfig(channelId, () => isStopped, store);
        const connected = await connectToLoader({
          onVisibility: ({ isOpen, isNarrow }) => {
            store.update({ isOpen, isNarrow });
            // A conversation that the site asks for comes right behind; the bot need not greet before it.
            if (isOpen) setTimeout(() => void wakeUp(), 30);
          },
          onCall: (call) => void answerOnceReady(call, loadingConfig),
          onToken: (token) => {
            loaderToken = token;
            void loadingConfig.then(() => visitor.follow(token));
          },
        });
        if (isStopped) return;
        link = connected?.link ?? null;
        loaderToken = connected?.init.token ?? null;
        store.update({
          ...memory.recall(),
          isEmbedded: connected !== null,
          isOpen: connected?.init.isOpen ?? true,
          isNarrow: connected?.init.isNarrow ?? false,
          siteLanguage: connected?.init.language ?? null,
          isOnline: navigator.onLine,
        });
        const config = await loadingConfig;
        if (isStopped) return;
        if (config === null) {
          store.update({ status: 'gone' });
          return link?.post({ kind: 'unavailable', reason: 'There is no messenger with this channel id.' });
        }
        store.update({ config, status: 'ready' });
        stops.push(memory.follow(store), followBrowser(), follow(), ...(link ? [tellLoader(store, link)] : [memory.token.watch((token) => void visitor.follow(token))]));
        await wakeUp();
      }
      return () => {
        isStopped = true;
        live.stop();
        link?.close();
        for (const stop of stops.splice(0)) stop();
      };
    },
    wakeUp,
  };

  async function answerOnceReady(call: LoaderCall, loadingConfig: Promise<unknown>): Promise<void> {
    const isStart = call.kind === 'start-conversation';
    if (isStart) wantedCount += 1;
    await loadingConfig;
    if (link) await answerLoaderCall(call, { ...deps, opener, actions, link, visitor, onIdentified: () => live.stop(), wakeUp });
    if (!isStart) return;
    wantedCount -= 1;
    await wakeUp();
  }

  /** What follows from changes of the state, whoever made them. */
  function follow(): () => void {
    let accepted = actions.isNoticeAccepted();
    return store.subscribe(() => {
      const isAccepted = actions.isNoticeAccepted();
      if (isAccepted && !accepted) {
        accepted = true;
        void wakeUp();
      }
      accepted = isAccepted;
      actions.followState();
    });
  }

  function followBrowser(): () => void {
    const wake = () => {
      store.update({ isOnline: navigator.onLine });
      if (!navigator.onLine || document.visibilityState === 'hidden') return;
      live.wake();
      sender.pump();
    };
    window.addEventListener('pagehide', marker.flush);
    window.addEventListener('online', wake);
    window.addEventListener('offline', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('pagehide', marker.flush);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', wake);
      document.removeEventListener('visibilitychange', wake);
    };
  }
}

function toWatched({ currentId, threads }: MessengerState): { conversationId?: string; afterSeq?: number } {
  const thread = currentId === null ? undefined : threads[currentId];
  return currentId !== null && thread ? { conversationId: currentId, afterSeq: thread.syncedSeq } : {};
}

function toLastEventId({ currentId, threads }: MessengerState): Record<string, string> {
  const thread = currentId === null ? undefined : threads[currentId];
  return currentId !== null && thread && thread.syncedSeq > 0 ? { 'last-event-id': `${currentId}:${thread.syncedSeq}` } : {};
}
