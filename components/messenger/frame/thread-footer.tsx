'use client';

import { MessageSquarePlus } from 'lucide-react';
import { useMemo, type RefObject } from 'react';

import { AttachmentTray } from '@/components/messenger/frame/attachment-tray';
import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';
import { ComposerTools } from '@/components/messenger/frame/composer-tools';
import { DropTarget } from '@/components/messenger/frame/drop-target';
import { PrivacyNotice } from '@/components/messenger/frame/privacy-notice';
import { TaskBar, type Task } from '@/components/messenger/frame/task-bar';
import { useAttachments } from '@/components/messenger/frame/use-attachments';
import { Composer } from '@/components/messenger/composer';
import { useWords } from '@/components/messenger/words/messenger-locale';
import { toDraftKey } from '@/lib/client/messenger/messenger-state';

/** Longest text of one message; the server refuses longer ones. */
const TEXT_LENGTH_MAX = 20_000;

/** Properties of `ThreadFooter`. */
export type ThreadFooterProps = { task: Task | null; onTaskEnd: () => void; composerRef: RefObject<HTMLTextAreaElement | null> };

/** Where one writes, or what must be done before, or that nothing can be said any more. */
export function ThreadFooter({ task, onTaskEnd, composerRef }: ThreadFooterProps) {
  const { actions, settings, texts, isAvailable } = useFrame();
  const currentId = useMessengerState((state) => state.currentId);
  const isClosed = useMessengerState((state) => state.conversations.find(({ id }) => id === state.currentId)?.status === 'closed');
  const acceptedNotice = useMessengerState((state) => state.acceptedNotice);
  if (texts.privacyNotice !== '' && acceptedNotice !== texts.privacyNotice) {
    return <PrivacyNotice text={texts.privacyNotice} moreUrl={settings.privacyUrl} onAccept={actions.acceptNotice} />;
  }
  const taskBar = task === null ? null : <TaskBar key={task} task={task} onEnd={onTaskEnd} />;
  if (isClosed) {
    return (
      <>
        {taskBar}
        <ClosedBar />
      </>
    );
  }
  if (!isAvailable && currentId === null) return taskBar;
  return (
    <>
      {taskBar}
      <WritingPlace composerRef={composerRef} />
    </>
  );
}

function WritingPlace({ composerRef }: { composerRef: RefObject<HTMLTextAreaElement | null> }) {
  const { actions, settings, texts } = useFrame();
  const words = useWords();
  const text = useMessengerState((state) => state.drafts[toDraftKey(state.currentId)] ?? '');
  const thread = useMessengerState((state) => (state.currentId === null ? undefined : state.threads[state.currentId]));
  const sentTexts = useMemo(() => (thread?.messages ?? []).filter(({ actor, plainText }) => actor.kind === 'consumer' && plainText !== '').map(({ plainText }) => plainText), [thread?.messages]);
  const attachments = useAttachments();
  const onFiles = settings.features.attachments ? attachments.add : undefined;

  function send(said: string) {
    actions.say({ text: said.trim(), files: attachments.takeAll() });
    composerRef.current?.focus({ preventScroll: true });
  }

  return (
    <>
      {onFiles ? <DropTarget onFiles={onFiles} /> : null}
      <Composer
        ref={composerRef}
        text={text}
        onTextChange={actions.setDraft}
        onSend={send}
        sentTexts={sentTexts}
        isEnabled
        lengthMax={TEXT_LENGTH_MAX}
        placeholder={texts.placeholder || words.placeholder}
        hasFiles={attachments.isUploading ? null : attachments.items.some(({ file }) => file !== null)}
        onFiles={onFiles}
        above={<AttachmentTray attachments={attachments} />}
        tools={<ComposerTools composerRef={composerRef} text={text} onTextChange={actions.setDraft} onFiles={onFiles} />}
      />
    </>
  );
}

function ClosedBar() {
  const { actions, isAvailable } = useFrame();
  const words = useWords();
  return (
    <div className="flex shrink-0 flex-col border-t border-(--messenger-line)/45 p-3 pb-[max(--spacing(3),env(safe-area-inset-bottom))]">
      {isAvailable ? (
        <button type="button" onClick={actions.startNew} className="flex min-h-11 items-center justify-center gap-2 rounded-lg bg-(--messenger-accent) px-4 font-medium text-(--messenger-accent-ink) outline-(--messenger-accent-text)">
          <MessageSquarePlus aria-hidden className="size-4.5" />
          {words.newConversation}
        </button>
      ) : null}
    </div>
  );
}
