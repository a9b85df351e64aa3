'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';

import { buildUuid } from '@/components/studio/designer/build-uuid';
import type { MessengerAnswer } from '@/components/messenger/messenger-context';
import { useMarkFirstStep } from '@/components/studio/first-steps/use-first-steps';
import { toSendFailure } from '@/components/studio/preview/chat/send-failure';
import type { PendingMessage } from '@/components/studio/preview/preview-session';
import type { Preview } from '@/components/studio/preview/use-preview';
import { openPreviewSession } from '@/components/studio/preview/use-preview-session';
import { queryKeys } from '@/lib/client/query-keys';
import { uploadConversationFile } from '@/lib/client/upload-conversation-file';
import { useConversationInput, useConversationMessages } from '@/lib/client/use-conversation';
import type { Attachment } from '@/lib/engine/event.schema';
import type { Message } from '@/lib/engine/messages/message.schema';

/** A conversation as the chat shows it. */
export type Chat = {
  /** Null until they are known. */
  messages: readonly Message[] | null;
  problem: Error | null;
  /** What is said but not confirmed, without what has come back as a message meanwhile. */
  pending: readonly PendingMessage[];
  isAnswering: boolean;
  /** What the consumer has said, oldest first. */
  sentTexts: readonly string[];
  say: (answer: MessengerAnswer) => void;
  upload: (file: File) => Promise<void>;
  /** Sends a message again under its id; it never arrives twice. */
  retry: (message: PendingMessage) => void;
  /** Takes a message that was not sent back into the field. */
  takeBack: (message: PendingMessage) => void;
};

const POLL_BUSY_MS = 600;
const POLL_IDLE_MS = 4_000;

/** Talks in one conversation of the preview. What is typed is never lost: it stays until the server has it. */
export function useChat(preview: Preview, conversationId: string): Chat {
  const { session, update, conversation } = preview;
  const queryClient = useQueryClient();
  const input = useConversationInput(conversationId);
  const ownPending = session.pending.filter((message) => message.conversationId === conversationId);
  const isSending = ownPending.some(({ problem }) => problem === null);
  const isAnswering = isSending || (conversation?.isAnswering ?? false);
  const messages = useConversationMessages(conversationId, isAnswering ? POLL_BUSY_MS : POLL_IDLE_MS);
  const markFirstStep = useMarkFirstStep();
  const send = useMutation({
    // One after the other: over two connections, what was typed first may come second.
    scope: { id: `say in ${conversationId}` },
    async mutationFn({ messageId, text, payload, metadata, attachments }: PendingMessage) {
      await preview.flush();
      return input.mutateAsync({ kind: 'message', body: { messageId, text, payload, metadata, attachments } });
    },
    onMutate: (message) => update(({ pending }) => ({ pending: put(pending, { ...message, problem: null, isRefused: false }) })),
    onSuccess(_answer, message) {
      markFirstStep('talk');
      update(({ pending }) => ({ pending: pending.filter(({ messageId }) => messageId !== message.messageId) }));
    },
    onError: (error, message) => update(({ pending }) => ({ pending: put(pending, { ...message, ...toSendFailure(error) }) })),
  });

  function say(answer: MessengerAnswer, attachments: Attachment[] = []) {
    const known = queryClient.getQueryData<Message[]>(queryKeys.conversationMessages(conversationId)) ?? [];
    send.mutate({ ...answer, attachments, conversationId, messageId: buildUuid(), afterSeq: known.at(-1)?.seq ?? 0, problem: null, isRefused: false });
  }

  const own = (messages.data ?? []).filter(({ actor }) => actor.kind === 'consumer');
  return {
    messages: messages.data ?? null,
    problem: messages.error,
    pending: hideArrived(ownPending, own),
    isAnswering,
    sentTexts: own.map(({ plainText }) => plainText).filter((text) => text !== ''),
    say: (answer) => say(answer),
    async upload(file) {
      const attachment = await uploadConversationFile(conversationId, file);
      say({ text: '', payload: null, metadata: [] }, [attachment]);
    },
    retry: (message) => send.mutate(message),
    takeBack(message) {
      const { readText, setText } = openPreviewSession(preview.botId);
      setText([message.text, readText()].filter((text) => text !== '').join('\n'));
      update(({ pending }) => ({ pending: pending.filter((other) => other !== message) }));
    },
  };
}

function put(pending: readonly PendingMessage[], message: PendingMessage): PendingMessage[] {
  const isKnown = pending.some(({ messageId }) => messageId === message.messageId);
  return isKnown ? pending.map((other) => (other.messageId === message.messageId ? message : other)) : [...pending, message];
}

/** While a turn is long its first messages come before its end; what has come is not shown a second time. */
function hideArrived(pending: readonly PendingMessage[], own: readonly Message[]): PendingMessage[] {
  const [first] = pending;
  const arrivedCount = first ? own.filter(({ seq }) => seq > first.afterSeq).length : 0;
  return pending.filter((message, index) => message.problem !== null || index >= arrivedCount);
}
