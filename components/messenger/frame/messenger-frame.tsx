'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { chooseChannelLanguage, toChannelTexts } from '@/components/messenger/frame/channel-texts';
import { FrameContext } from '@/components/messenger/frame/client-context';
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
  const state = useSyncExternalStore(client.store.subscribe, client.store.get, client.store.get);
  if (state.status !== 'ready' || state.config === null) return <WaitingWindow isGone={state.status === 'gone'} isLost={state.connection === 'lost'} />;
  return <ReadyFrame client={client} config={state.config} siteLanguage={state.siteLanguage} />;
}

function ReadyFrame({ client, config, siteLanguage }: { client: MessengerClient; config: MessengerConfig; siteLanguage: string | null }) {
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
        <FrameWindow />
      </FrameContext>
    </MessengerShell>
  );
}
