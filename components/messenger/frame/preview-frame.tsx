'use client';

import { useEffect, useMemo, useState } from 'react';

import { Composer } from '@/components/messenger/composer';
import { toChannelTexts } from '@/components/messenger/frame/channel-texts';
import { MessengerHeader } from '@/components/messenger/frame/messenger-header';
import { MessengerShell } from '@/components/messenger/frame/messenger-shell';
import { buildPreviewConversation } from '@/components/messenger/frame/preview-conversation';
import { PrivacyNotice } from '@/components/messenger/frame/privacy-notice';
import { useLocale } from '@/components/messenger/frame/use-locale';
import { MessageList } from '@/components/messenger/message-list';
import { MessengerContext, type MessengerActions } from '@/components/messenger/messenger-context';
import type { FrameMessage, Marked, PreviewMessage } from '@/lib/messenger/frame-protocol';

/** Shows settings that are being edited, as a page of the same origin posts them. Nothing is sent or stored. */
export function PreviewFrame() {
  const shown = usePreviewSettings();
  return shown ? <Preview {...shown} /> : null;
}

function Preview({ settings, botName, language: asked }: PreviewMessage) {
  const language = asked ?? settings.defaultLanguage;
  const locale = useLocale(language);
  const texts = toChannelTexts(settings, language);
  const [messages] = useState(() => buildPreviewConversation(new Date()));
  const [text, setText] = useState('');
  const [acceptedNotice, setAcceptedNotice] = useState('');
  const isNoticeOpen = texts.privacyNotice !== '' && texts.privacyNotice !== acceptedNotice;
  const name = texts.title || botName;
  if (!locale) return null;
  return (
    <MessengerShell appearance={settings.appearance} locale={locale}>
      <MessengerHeader title={name} subtitle={texts.subtitle} logoUrl={settings.appearance.logoUrl} onClose={nothing} />
      <MessengerContext value={restingActions}>
        <MessageList messages={messages} isTyping={false} botName={botName} />
      </MessengerContext>
      {isNoticeOpen ? (
        <PrivacyNotice text={texts.privacyNotice} moreUrl={settings.privacyUrl} onAccept={() => setAcceptedNotice(texts.privacyNotice)} />
      ) : (
        <Composer text={text} onTextChange={setText} onSend={nothing} sentTexts={[]} isEnabled placeholder={texts.placeholder || locale.words.placeholder} />
      )}
    </MessengerShell>
  );
}

const nothing = () => undefined;
const restingActions: MessengerActions = { answer: nothing, openPage: nothing, upload: null, canAnswer: true };

function usePreviewSettings(): PreviewMessage | null {
  const [shown, setShown] = useState<PreviewMessage | null>(null);
  const parent = useMemo(() => window.parent, []);
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== parent || origin !== window.location.origin) return;
      const message = data as Partial<Marked<PreviewMessage>> | null;
      // Marked and from a page of ours of the same version.
      if (message?.parley === 1 && message.kind === 'preview-settings') setShown(message as PreviewMessage);
    };
    window.addEventListener('message', hear);
    parent.postMessage({ parley: 1, kind: 'hello' } satisfies Marked<FrameMessage>, window.location.origin);
    return () => window.removeEventListener('message', hear);
  }, [parent]);
  return shown;
}
