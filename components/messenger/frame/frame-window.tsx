'use client';

import { useEffect, useRef, useState } from 'react';

import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';
import { ConnectionBanner } from '@/components/messenger/frame/connection-banner';
import { ConversationList } from '@/components/messenger/frame/conversation-list';
import { FrameMenu } from '@/components/messenger/frame/frame-menu';
import { MessengerHeader } from '@/components/messenger/frame/messenger-header';
import { OpenPage } from '@/components/messenger/frame/open-page';
import { ThreadFooter } from '@/components/messenger/frame/thread-footer';
import { ThreadScreen } from '@/components/messenger/frame/thread-screen';
import type { Task } from '@/components/messenger/frame/task-bar';
import { countUnread } from '@/lib/client/messenger/conversations';

/** The messenger's window: header, the thread or the list of conversations, and where one writes. */
export function FrameWindow() {
  const { client, actions, settings, texts, botName } = useFrame();
  const isEmbedded = useMessengerState((state) => state.isEmbedded);
  const isOpen = useMessengerState((state) => state.isOpen);
  const currentId = useMessengerState((state) => state.currentId);
  const hasOthers = useMessengerState((state) => state.conversations.some(({ id }) => id !== state.currentId));
  const unreadElsewhere = useMessengerState((state) => countUnread(state.conversations, state.currentId));
  const isPageOpen = useMessengerState((state) => state.page !== null);
  const [isListShown, setIsListShown] = useState(false);
  const [task, setTask] = useState<Task | null>(null);
  const composerRef = useRef<HTMLTextAreaElement>(null);
  const close = isEmbedded ? () => client.post({ kind: 'close' }) : undefined;

  // One opens a messenger to write; on phones the keyboard would cover half of it.
  useEffect(() => {
    if (isOpen && window.matchMedia('(pointer: fine)').matches) composerRef.current?.focus({ preventScroll: true });
  }, [isOpen, currentId]);

  const listShown = isListShown && settings.features.conversationList;
  return (
    <main
      className="relative flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close?.();
      }}
    >
      <div inert={isPageOpen} className="flex min-h-0 flex-1 flex-col">
        <MessengerHeader
          title={texts.title || botName}
          subtitle={texts.subtitle}
          logoUrl={settings.appearance.logoUrl}
          unreadCount={unreadElsewhere}
          onBack={settings.features.conversationList && hasOthers && !listShown ? () => setIsListShown(true) : undefined}
          onClose={close}
        >
          {listShown ? null : <FrameMenu onTask={setTask} />}
        </MessengerHeader>
        <ConnectionBanner />
        {listShown ? (
          <ConversationList
            onOpen={(conversationId) => {
              actions.openConversation(conversationId);
              setIsListShown(false);
            }}
            onNew={() => {
              actions.startNew();
              setIsListShown(false);
            }}
          />
        ) : (
          <>
            <ThreadScreen key={currentId ?? 'new'} composerRef={composerRef} />
            <ThreadFooter task={task} onTaskEnd={() => setTask(null)} composerRef={composerRef} />
          </>
        )}
      </div>
      <OpenPage />
    </main>
  );
}
