'use client';

import { useEffect, useMemo, useState } from 'react';

import { chooseChannelLanguage, toChannelTexts } from '@/components/messenger/frame/channel-texts';
import { FrameContext, useClientState } from '@/components/messenger/frame/client-context';
import { FrameWindow } from '@/components/messenger/frame/frame-window';
import { toLauncherLook } from '@/components/messenger/frame/launcher-look';
import { MessengerShell } from '@/components/messenger/frame/messenger-shell';
import { useLocale } from '@/components/messenger/frame/use-locale';
import { WaitingWindow } from '@/components/messenger/frame/waiting-window';
import { createMessengerClient, type MessengerClient } from '@/lib/client/messenger/messenger-client';
import type { MessengerConfig } from '@/lib/modules/messenger/messenger.schema';

/** Properties of `MessengerFrame`. */
export type MessengerFrameProps = { channelId: string };

/** A channel's messenger, live. */
export function MessengerFrame({ channelId }: MessengerFrameProps) {
  const [client] = useState(() => createMessengerClient(channelId));
  useEffect(() => client.start(), [client]);
  // Each by itself: with every letter that is typed something of the state changes, and nothing here is to be drawn anew for that.
  const status = useClientState(client, (state) => state.status);
  const config = useClientState(client, (state) => state.config);
  const siteLanguage = useClientState(client, (state) => state.siteLanguage);
  const visitCount = useClientState(client, (state) => state.visitCount);
  const isLost = useClientState(client, (state) => state.connection === 'lost');
  if (status !== 'ready' || config === null) return <WaitingWindow isGone={status === 'gone'} isLost={isLost} />;
  return <ReadyFrame client={client} config={config} siteLanguage={siteLanguage} visitCount={visitCount} />;
}

function ReadyFrame({ client, config, siteLanguage, visitCount }: { client: MessengerClient; config: MessengerConfig; siteLanguage: string | null; visitCount: number }) {
  const { settings, botName, canMail, isAvailable } = config;
  const language = useMemo(() => chooseChannelLanguage(settings, { site: siteLanguage, consumer: navigator.languages }), [settings, siteLanguage]);
  const locale = useLocale(language);
  const texts = useMemo(() => toChannelTexts(settings, language), [settings, language]);
  const parts = useMemo(() => ({ client, settings, texts, botName, canMail, isAvailable }), [client, settings, texts, botName, canMail, isAvailable]);

  useEffect(() => {
    if (!locale) return;
    document.title = texts.title || botName;
    client.setNotice(texts.privacyNotice);
    client.post({ kind: 'launcher', look: toLauncherLook(settings, texts, locale) });
  }, [client, settings, texts, botName, locale]);

  if (!locale) return <WaitingWindow isGone={false} isLost={false} />;
  return (
    <MessengerShell appearance={settings.appearance} locale={locale}>
      <FrameContext value={parts}>
        {/* Nothing half done stays for the next visitor: files, an address for the transcript. */}
        <FrameWindow key={visitCount} />
      </FrameContext>
    </MessengerShell>
  );
}
