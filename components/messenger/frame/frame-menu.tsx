'use client';

import { CircleStop, Download, Mail, Plus, RotateCcw } from 'lucide-react';

import { ActionMenu, type MenuAction } from '@/components/messenger/frame/action-menu';
import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';
import type { Task } from '@/components/messenger/frame/task-bar';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';

/** What can be done with the conversation on screen. */
export function FrameMenu({ onTask }: { onTask: (task: Task) => void }) {
  const { actions, settings, canMail, isAvailable } = useFrame();
  const { words } = useMessengerLocale();
  const status = useMessengerState((state) => state.conversations.find(({ id }) => id === state.currentId)?.status ?? null);
  const hasMessages = useMessengerState((state) => (state.conversations.find(({ id }) => id === state.currentId)?.lastSeq ?? 0) > 0);
  const { features } = settings;
  const isGoing = status !== null && status !== 'closed';
  const items: (MenuAction | false)[] = [
    features.conversationList && isAvailable && status !== null && { key: 'new', label: words.newConversation, icon: <Plus className="size-4" />, run: actions.startNew },
    features.startOver && isAvailable && isGoing && { key: 'over', label: words.startOver, icon: <RotateCcw className="size-4" />, run: () => onTask('start-over') },
    features.transcript && hasMessages && { key: 'save', label: words.downloadTranscript, icon: <Download className="size-4" />, run: () => onTask('save-transcript') },
    features.transcript && hasMessages && canMail && { key: 'mail', label: words.mailTranscript, icon: <Mail className="size-4" />, run: () => onTask('mail-transcript') },
    isGoing && { key: 'end', label: words.endConversation, icon: <CircleStop className="size-4" />, run: () => onTask('end') },
  ];
  const shown = items.filter((item) => item !== false);
  return shown.length > 0 ? <ActionMenu label={words.menu} actions={shown} /> : null;
}
