'use client';

import { MessageList } from '@/components/messenger/message-list';
import { MessengerContext, type MessengerActions } from '@/components/messenger/messenger-context';
import { MessengerTheme } from '@/components/messenger/messenger-theme';
import { words as english } from '@/components/messenger/words/en';
import { MessengerLocaleContext, useMessengerLocale } from '@/components/messenger/words/messenger-locale';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useConversationMessages } from '@/lib/client/use-conversation';
import type { ConversationDetail } from '@/lib/modules/conversation/conversation.schema';

const POLL_MS = 4_000;

/** What was said in a conversation, kept current; buttons and choices rest. */
export function ConversationMessages({ conversation, botName }: { conversation: ConversationDetail; botName: string }) {
  const locale = useMessengerLocale();
  const messages = useConversationMessages(conversation.id, POLL_MS);
  if (!messages.data) return messages.isError ? <Callout tone="bad" className="m-3" what="The messages could not be loaded" why={messages.error.message} /> : <SkeletonRows label="Loading the messages" />;
  return (
    <MessengerTheme className="flex min-h-0 flex-1 flex-col">
      <MessengerContext value={reading}>
        <MessengerLocaleContext value={{ ...locale, words: readersWords }}>
          <MessageList messages={messages.data} isTyping={conversation.isAnswering} botName={botName} />
        </MessengerLocaleContext>
      </MessengerContext>
    </MessengerTheme>
  );
}

/** Whoever reads is not who spoke. */
const readersWords = { ...english, you: 'Consumer' };

const reading: MessengerActions = { answer: () => undefined, openPage: ({ url }) => window.open(url, '_blank', 'noopener'), upload: null, canAnswer: false };
