'use client';

import { useState } from 'react';

import type { ShownMessage } from '@/components/messenger/group-messages';
import { toSenderName } from '@/components/messenger/message-group';
import { useWords } from '@/components/messenger/words/messenger-locale';
import { toReadableText } from '@/lib/modules/messenger/readable-text.rules';

/** Properties of `MessageAnnouncer`. */
export type MessageAnnouncerProps = { messages: readonly ShownMessage[]; isTyping: boolean; botName: string };

/** Tells screen readers what the bot or a person has said since the conversation came on screen, and that somebody is typing. */
export function MessageAnnouncer({ messages, isTyping, botName }: MessageAnnouncerProps) {
  const words = useWords();
  const [fromSeq] = useState(messages.at(-1)?.seq ?? 0);
  const heard = messages.slice(-5).filter(({ seq, actor }) => seq > fromSeq && actor.kind !== 'consumer');
  return (
    <>
      <ol aria-live="polite" aria-relevant="additions" className="sr-only">
        {heard.map((message) => (
          <li key={message.id}>
            {toSenderName(message.actor.kind, botName, words)}: {toReadableText(message)}
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {isTyping ? words.isTyping(botName) : ''}
      </p>
    </>
  );
}
