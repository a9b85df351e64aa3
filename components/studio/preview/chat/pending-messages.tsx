'use client';

import { MessageBubble } from '@/components/messenger/message-bubble';
import type { Chat } from '@/components/studio/preview/chat/use-chat';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { escapeHtml } from '@/lib/engine/messages/escape-html';

const you = { actor: { kind: 'consumer' as const, id: '' }, visibility: 'normal' as const };

/** What was said and is under way, or was not sent. */
export function PendingMessages({ chat }: { chat: Chat }) {
  return chat.pending.map((message) => (
    <div key={message.messageId} className="flex flex-col items-end gap-1">
      <div className={message.problem === null ? 'w-full opacity-70' : 'w-full'}>
        <MessageBubble
          message={{ ...you, parts: [...(message.text ? [{ kind: 'text' as const, html: escapeHtml(message.text) }] : []), ...message.attachments.map(({ url, fileName, bytes }) => ({ kind: 'file' as const, url, fileName, bytes }))] }}
          isFirst
          isOpen={false}
        />
      </div>
      {message.problem === null ? (
        <span className="px-1 text-xs text-muted">Sending…</span>
      ) : (
        <Callout
          tone="bad"
          isAnnounced
          className="w-full"
          what="The message was not sent"
          why={message.problem}
          todo={message.isRefused ? 'Change it, or begin a new conversation.' : 'Send it again; it never arrives twice.'}
          actions={
            <>
              {message.isRefused ? null : (
                <Button size="sm" onClick={() => chat.retry(message)}>
                  Send again
                </Button>
              )}
              <Button size="sm" variant="ghost" onClick={() => chat.takeBack(message)}>
                Edit
              </Button>
            </>
          }
        />
      )}
    </div>
  ));
}
