'use client';

import { useState } from 'react';

import type { Message } from '@/lib/engine/messages/message.schema';

/** Properties of `MessageAnnouncer`. */
export type MessageAnnouncerProps = { messages: readonly Message[]; isTyping: boolean; botName: string };

/** Tells screen readers what the bot or a person has said since the conversation came on screen, and that somebody is typing. */
export function MessageAnnouncer({ messages, isTyping, botName }: MessageAnnouncerProps) {
  const [fromSeq] = useState(messages.at(-1)?.seq ?? 0);
  const heard = messages.filter(({ seq, actor }) => seq > fromSeq && actor.kind !== 'consumer').slice(-5);
  return (
    <>
      <ol aria-live="polite" aria-relevant="additions" className="sr-only">
        {heard.map((message) => (
          <li key={message.id}>
            {message.actor.kind === 'operator' ? 'A person' : botName}: {message.plainText}
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {isTyping ? `${botName} is typing` : ''}
      </p>
    </>
  );
}
