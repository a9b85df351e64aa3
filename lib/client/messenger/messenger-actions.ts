import { applyEvent, changeThread } from '@/lib/client/messenger/apply-event';
import { STRETCH_LENGTH, type ConversationOpener } from '@/lib/client/messenger/conversation-opener';
import { callMessenger, requestMessenger } from '@/lib/client/messenger/messenger-api';
import type { MessengerDeps } from '@/lib/client/messenger/messenger-deps';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';
import { toDraftKey, type OpenedPage } from '@/lib/client/messenger/messenger-state';
import { changePending } from '@/lib/client/messenger/pending-send';
import type { createReadMarker } from '@/lib/client/messenger/read-marker';
import { saveBlob } from '@/lib/client/messenger/save-blob';
import type { Sender } from '@/lib/client/messenger/sender';
import { hasPostedSince, latestNoticeTurn, withOlder } from '@/lib/client/messenger/thread';
import { uploadFile, type UploadedFile, type UploadOptions } from '@/lib/client/messenger/upload-file';
import type { JsonValue } from '@/lib/engine/json';

/** What a person does in the messenger. */
export type MessengerActions = ReturnType<typeof buildMessengerActions>;

/** What somebody says. */
export type Saying = { text: string; payload?: string | null; metadata?: JsonValue[]; files?: readonly UploadedFile[] };

type ActionDeps = MessengerDeps & { opener: ConversationOpener; sender: Sender; marker: ReturnType<typeof createReadMarker>; tellPage: (page: OpenedPage, by: 'posted' | 'page' | 'consumer' | null) => void; requiredNotice: () => string | null; siteOrigin: () => string | null };

/** Everything that the messenger's page can do. None of these rejects unless it says so. */
export function buildMessengerActions({ store, session, newId, opener, sender, marker, tellPage, requiredNotice, siteOrigin }: ActionDeps) {
  const waitingForNotice: (() => void)[] = [];
  const knownIds = new Set<string>();

  /** Not before it is known which notice there is. */
  const isNoticeAccepted = () => requiredNotice() === '' || (requiredNotice() !== null && requiredNotice() === store.get().acceptedNotice);
  const current = () => {
    const { currentId, threads } = store.get();
    return currentId === null ? null : { conversationId: currentId, thread: threads[currentId] ?? null };
  };

  function closePage(by: 'posted' | 'page' | 'consumer'): void {
    const { page } = store.get();
    if (!page) return;
    store.update({ page: null });
    tellPage(page, by);
  }

  return {
    isNoticeAccepted,
    acceptNotice(): void {
      store.update({ acceptedNotice: requiredNotice() });
      for (const go of waitingForNotice.splice(0)) go();
    },
    /** Another notice is required, or none. */
    noteNotice(): void {
      if (isNoticeAccepted()) for (const go of waitingForNotice.splice(0)) go();
    },
    whenNoticeAccepted: (): Promise<void> => (isNoticeAccepted() ? Promise.resolve() : new Promise((resolve) => waitingForNotice.push(resolve))),
    setDraft(text: string): void {
      store.update(({ currentId, drafts }) => {
        const { [toDraftKey(currentId)]: _before, ...others } = drafts;
        return { drafts: text === '' ? others : { ...others, [toDraftKey(currentId)]: text } };
      });
    },
    say({ text, payload = null, metadata = [], files = [] }: Saying): void {
      const { currentId } = store.get();
      store.update(({ pending, hint }) => ({
        pending: [...pending, { messageId: newId(), conversationId: currentId, text, payload, metadata, files, status: 'waiting', code: null, tryCount: 0 }],
        hint: hint === 'session-ended' ? null : hint,
      }));
      sender.pump();
    },
    sendAgain(messageId: string): void {
      store.update(({ pending }) => ({ pending: changePending(pending, messageId, { status: 'waiting', code: null, tryCount: 0 }) }));
      sender.pump();
    },
    /** Takes a message that was not sent back into the field. */
    takeBack(messageId: string): void {
      store.update(({ pending, drafts, currentId }) => {
        const taken = pending.find((send) => send.messageId === messageId);
        const key = toDraftKey(currentId);
        const text = [taken?.text ?? '', drafts[key] ?? ''].filter((part) => part !== '').join('\n');
        return { pending: pending.filter((send) => send !== taken), drafts: text === '' ? drafts : { ...drafts, [key]: text } };
      });
    },
    openConversation: (conversationId: string) => void opener.open(conversationId),
    /** A new conversation, whatever others there are; what was typed comes along. */
    startNew(): void {
      const { currentId, drafts } = store.get();
      const { [toDraftKey(currentId)]: typed, ...others } = drafts;
      if (typed) store.update({ drafts: { ...others, [toDraftKey(null)]: typed } });
      opener.openNew();
      if (store.get().config?.settings.begins === 'on-open') void opener.greet();
    },
    tryAgain(): void {
      const { currentId } = store.get();
      if (currentId === null) void opener.greet();
      else void opener.open(currentId);
    },
    /** @throws MessengerProblem */
    async end(): Promise<void> {
      const { currentId } = store.get();
      if (currentId === null) return;
      const conversation = await session.with((token) => callMessenger('endConsumerConversation', { params: { conversationId: currentId } }, { token }));
      store.update((state) => applyEvent(state, { kind: 'conversation', conversation }));
    },
    /** @throws MessengerProblem */
    async loadOlder(): Promise<void> {
      const shown = current();
      const first = shown?.thread?.messages[0];
      if (!shown || !first || !shown.thread?.hasOlder) return;
      const { conversationId } = shown;
      const history = await session.with((token) => callMessenger('getHistory', { params: { conversationId }, query: { beforeSeq: first.seq, limit: STRETCH_LENGTH } }, { token }));
      store.update((state) => changeThread(state, conversationId, (thread) => withOlder(thread, history)));
    },
    noteSeen(seq: number): void {
      const { currentId } = store.get();
      if (currentId !== null) marker.mark(currentId, seq);
    },
    /** Puts the divider where reading stopped; called when the messenger comes into sight again. */
    markUnread(): void {
      const { currentId, conversations } = store.get();
      const known = conversations.find(({ id }) => id === currentId);
      store.update({ unreadAfterSeq: known && known.unreadCount > 0 ? known.readSeq : null });
    },
    openPage(page: Pick<OpenedPage, 'title' | 'url' | 'height'>): void {
      const shown = current();
      if (!shown) return;
      const opened = { ...page, conversationId: shown.conversationId, afterTurn: shown.thread ? latestNoticeTurn(shown.thread) : 0 };
      store.update({ page: opened });
      tellPage(opened, null);
    },
    closePage,
    /** Whether a page may be shown here; never rejects. */
    async checkPage(url: string): Promise<'allowed' | 'refused' | 'failing' | 'unknown'> {
      const conversationId = store.get().page?.conversationId;
      if (conversationId === undefined) return 'unknown';
      return session
        .with((token) => callMessenger('checkPage', { params: { conversationId }, body: { url, siteOrigin: siteOrigin() } }, { token }))
        .then(({ framing }) => framing)
        .catch(() => 'unknown' as const);
    },
    /** @throws MessengerProblem */
    async upload(file: File, options: Pick<UploadOptions, 'signal' | 'onProgress'>): Promise<UploadedFile> {
      // A file belongs to a conversation; one begins with it.
      const conversationId = store.get().currentId ?? (await opener.begin({ requestId: newId(), message: null, dialog: null })).conversationId;
      return session.with((token) => uploadFile(file, { ...options, conversationId, token }));
    },
    /** @throws MessengerProblem */
    async saveTranscript(language: string): Promise<void> {
      const { currentId } = store.get();
      if (currentId === null) return;
      const response = await session.with((token) => requestMessenger('downloadTranscript', { params: { conversationId: currentId }, query: { timeZone: toTimeZone(), language } }, { token }));
      saveBlob(await response.blob(), response.headers.get('content-disposition'));
    },
    /** @throws MessengerProblem */
    async mailTranscript(to: string, language: string): Promise<void> {
      const { currentId } = store.get();
      if (currentId === null) throw new MessengerProblem(404, 'conversation/not-found', 'There is no conversation.');
      await session.with((token) => callMessenger('mailTranscript', { params: { conversationId: currentId }, body: { to, timeZone: toTimeZone(), language } }, { token }));
    },
    /** What follows from a change of the state: a page goes once it has posted; a conversation that another tab began anew is followed. */
    followState(): void {
      const { page, threads, currentId, conversations, isBeginning } = store.get();
      const thread = page ? threads[page.conversationId] : undefined;
      if (page && thread && hasPostedSince(thread, page.afterTurn)) closePage('posted');
      const isClosed = conversations.find(({ id }) => id === currentId)?.status === 'closed';
      const fresh = conversations.find(({ id, status }) => !knownIds.has(id) && status !== 'closed');
      for (const { id } of conversations) knownIds.add(id);
      if (isClosed && fresh && !isBeginning) void opener.open(fresh.id);
    },
  };
}

function toTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
