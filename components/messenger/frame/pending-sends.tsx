'use client';

import { CircleAlert, Clock3 } from 'lucide-react';

import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';
import { MessageBubble } from '@/components/messenger/message-bubble';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { PendingSend } from '@/lib/client/messenger/pending-send';
import { escapeHtml } from '@/lib/engine/messages/escape-html';

const own = { actor: { kind: 'consumer' as const, id: '' } };

/** What is said and under way, or was not sent. */
export function PendingSends() {
  const pending = useMessengerState((state) => state.pending);
  const currentId = useMessengerState((state) => state.currentId);
  const shown = pending.filter(({ conversationId }) => conversationId === null || conversationId === currentId);
  if (shown.length === 0) return null;
  return (
    <ol className="flex flex-col gap-3">
      {shown.map((send) => (
        <li key={send.messageId} className="flex flex-col items-end gap-1">
          <div className={send.status === 'failed' ? 'w-full' : 'w-full opacity-80'}>
            <MessageBubble message={{ ...own, parts: toParts(send) }} isFirst isOpen={false} />
          </div>
          <State send={send} />
        </li>
      ))}
    </ol>
  );
}

function State({ send }: { send: PendingSend }) {
  const { actions } = useFrame();
  const words = useWords();
  const isOffline = useMessengerState((state) => !state.isOnline || state.connection === 'lost');
  if (send.status === 'failed') {
    return (
      <div role="alert" className="flex flex-wrap items-center justify-end gap-x-1 px-1 text-sm text-bad">
        <CircleAlert aria-hidden className="size-4" />
        <span className="me-1">{send.code === 'conversation/closed' ? words.conversationEnded : words.notSent}</span>
        {send.code === 'conversation/closed' ? null : (
          <button type="button" onClick={() => actions.sendAgain(send.messageId)} className={linkStyle}>
            {words.sendAgain}
          </button>
        )}
        <button type="button" onClick={() => actions.takeBack(send.messageId)} className={linkStyle}>
          {words.takeBack}
        </button>
      </div>
    );
  }
  const isHeldUp = send.status === 'waiting' && isOffline;
  return (
    <div className="flex items-center gap-1 px-1 text-xs text-(--messenger-muted)">
      <Clock3 aria-hidden className="size-3.5" />
      {isHeldUp ? words.waitingToSend : words.sending}
      {isHeldUp ? (
        <button type="button" onClick={() => actions.takeBack(send.messageId)} className={linkStyle}>
          {words.takeBack}
        </button>
      ) : null}
    </div>
  );
}

const linkStyle = 'min-h-8 rounded-md px-1.5 font-medium underline underline-offset-2 outline-current';

function toParts({ text, files }: PendingSend) {
  const fileParts = files.map(({ url, fileName, bytes }) => ({ kind: 'file' as const, url, fileName, bytes }));
  return text ? [{ kind: 'text' as const, html: escapeHtml(text) }, ...fileParts] : fileParts;
}
