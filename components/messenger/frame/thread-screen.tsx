'use client';

import { Check } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';

import { checkFile, explainRefusal, findAskedTypes } from '@/components/messenger/frame/check-file';
import { useFrame, useMessengerState, type FrameParts } from '@/components/messenger/frame/client-context';
import { PendingSends } from '@/components/messenger/frame/pending-sends';
import { useLasting } from '@/components/messenger/frame/use-lasting';
import { useLooking } from '@/components/messenger/frame/use-looking';
import { WelcomeText } from '@/components/messenger/frame/welcome-text';
import { MessageList } from '@/components/messenger/message-list';
import { MessengerContext, type MessengerActions } from '@/components/messenger/messenger-context';
import { usePacedMessages } from '@/components/messenger/use-paced-messages';
import { useMessengerLocale, useWords } from '@/components/messenger/words/messenger-locale';
import { Spinner } from '@/components/ui/spinner';
import type { Thread } from '@/lib/client/messenger/thread';

/** Nobody needs to be told of work that is done before one has looked. */
const TYPING_AFTER_MS = 200;

/** Properties of `ThreadScreen`. */
export type ThreadScreenProps = { composerRef: RefObject<HTMLTextAreaElement | null> };

/** The conversation on screen, or what stands in its place. Give it a key per conversation. */
export function ThreadScreen({ composerRef }: ThreadScreenProps) {
  const { texts, actions, isAvailable } = useFrame();
  const words = useWords();
  const currentId = useMessengerState((state) => state.currentId);
  const thread = useMessengerState((state) => (state.currentId === null ? null : (state.threads[state.currentId] ?? null)));
  const troubleCode = useMessengerState((state) => state.troubleCode);
  const isBeginning = useMessengerState((state) => state.isBeginning);
  const hasPending = useMessengerState((state) => state.pending.length > 0);
  if (thread) return <LoadedThread thread={thread} composerRef={composerRef} />;
  const isWaiting = currentId !== null || (isBeginning && !hasPending);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto p-3">
      {troubleCode === null ? null : (
        <div role="alert" className="m-auto flex flex-col items-center gap-3 text-center">
          <p>{troubleCode === 'conversation/no-release' ? words.unavailable : words.failed}</p>
          <button type="button" onClick={actions.tryAgain} className="min-h-10 rounded-lg border border-(--messenger-line) px-4 font-medium outline-(--messenger-accent-text)">
            {words.tryAgain}
          </button>
        </div>
      )}
      {troubleCode === null && isWaiting ? <Waiting /> : null}
      {troubleCode === null && !isWaiting ? <WelcomeText text={isAvailable ? texts.welcome : words.unavailable} /> : null}
      <div className="mt-auto">
        <PendingSends />
      </div>
    </div>
  );
}

function LoadedThread({ thread, composerRef }: { thread: Thread; composerRef: RefObject<HTMLTextAreaElement | null> }) {
  const { actions, client, texts, botName, settings } = useFrame();
  const locale = useMessengerLocale();
  const { words } = locale;
  const isLooking = useLooking();
  const readSeq = useMessengerState((state) => state.conversations.find(({ id }) => id === state.currentId)?.readSeq ?? 0);
  const isClosed = useMessengerState((state) => state.conversations.find(({ id }) => id === state.currentId)?.status === 'closed');
  const unreadAfterSeq = useMessengerState((state) => state.unreadAfterSeq);
  const pending = useMessengerState((state) => state.pending);
  const pendingCount = pending.filter(({ status }) => status !== 'failed').length;
  const { shown, isHolding } = usePacedMessages(thread.messages, thread.isHistory);
  const isWorking = useLasting(thread.isAnswering || pending.some(({ status }) => status === 'sending'), TYPING_AFTER_MS);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const older = useOlder(thread);
  const newestSeq = shown.at(-1)?.seq ?? 0;

  useEffect(() => {
    if (isLooking && isAtEnd && newestSeq > 0) actions.noteSeen(newestSeq);
  }, [actions, isLooking, isAtEnd, newestSeq]);

  const messengerActions = useMemo<MessengerActions>(
    () => ({
      answer(answer) {
        actions.say(answer);
        // The chip that was tapped goes away, and with it the focus.
        composerRef.current?.focus({ preventScroll: true });
      },
      openPage: actions.openPage,
      async upload(file) {
        const refusal = checkFile(file, { fileTypes: findAskedTypes(readMessages(client)) ?? settings.fileTypes, fileMegabytesMax: settings.fileMegabytesMax }, locale);
        if (refusal !== null) return refusal;
        try {
          actions.say({ text: '', files: [await actions.upload(file, { signal: new AbortController().signal, onProgress: () => undefined })] });
          return null;
        } catch (error) {
          return explainRefusal(error, file, locale) ?? locale.words.uploadFailed(file.name);
        }
      },
      canAnswer: !isClosed,
    }),
    [actions, client, composerRef, isClosed, settings, locale],
  );
  const extras = useMemo(() => ({ notices: thread.notices, unreadAfterSeq }), [thread.notices, unreadAfterSeq]);
  const isLastOwn = shown.at(-1)?.actor.kind === 'consumer';
  return (
    <MessengerContext value={messengerActions}>
      <MessageList
        messages={shown}
        isTyping={(isHolding || isWorking) && !isClosed}
        botName={botName}
        extras={extras}
        webViewDone={texts.webViewDone}
        pendingCount={pendingCount}
        onNearBeginning={thread.hasOlder ? older.load : undefined}
        onAtEndChange={setIsAtEnd}
        unseenCount={shown.filter(({ seq, actor }) => seq > readSeq && actor.kind !== 'consumer').length}
        beginning={older.hasFailed ? <OlderFailed onRetry={older.retry} /> : thread.hasOlder ? <Waiting label={words.loadingOlder} /> : shown.length === 0 && pending.length === 0 ? <WelcomeText text={texts.welcome} /> : null}
      >
        {isLastOwn && pending.length === 0 ? (
          <p className="-mt-2 flex items-center justify-end gap-1 px-1 text-xs text-(--messenger-muted)">
            <Check aria-hidden className="size-3.5" />
            {words.sent}
          </p>
        ) : null}
        <PendingSends />
      </MessageList>
    </MessengerContext>
  );
}

function useOlder({ messages }: Thread) {
  const { actions } = useFrame();
  const [failedAt, setFailedAt] = useState<number | null>(null);
  const isLoading = useRef(false);
  const firstSeq = messages[0]?.seq ?? 0;
  const hasFailed = failedAt === firstSeq;
  const load = useCallback(() => {
    if (isLoading.current || hasFailed) return;
    isLoading.current = true;
    actions
      .loadOlder()
      .catch(() => setFailedAt(firstSeq))
      .finally(() => {
        isLoading.current = false;
      });
  }, [actions, firstSeq, hasFailed]);
  return { load, hasFailed, retry: () => setFailedAt(null) };
}

function Waiting({ label }: { label?: string }) {
  const words = useWords();
  return (
    <div className="m-auto flex justify-center py-2">
      <Spinner label={label ?? words.loading} className="size-5 text-(--messenger-muted)" />
    </div>
  );
}

function OlderFailed({ onRetry }: { onRetry: () => void }) {
  const words = useWords();
  return (
    <p role="alert" className="flex flex-wrap items-center justify-center gap-2 py-2 text-sm text-(--messenger-muted)">
      {words.olderFailed}
      <button type="button" onClick={onRetry} className="min-h-8 rounded-md border border-(--messenger-line) px-2.5 font-medium text-(--messenger-ink) outline-(--messenger-accent-text)">
        {words.tryAgain}
      </button>
    </p>
  );
}

function readMessages({ store }: FrameParts['client']): Thread['messages'] {
  const { currentId, threads } = store.get();
  return (currentId === null ? undefined : threads[currentId])?.messages ?? [];
}
