'use client';

import type { ReactNode } from 'react';

import { BotContext } from '@/components/studio/bots/bot-context';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useBot } from '@/lib/client/use-bots';

/** Loads the bot for the pages under it, which read it with `useCurrentBot`; says so when there is none. */
export function BotGate({ botId, children }: { botId: string; children: ReactNode }) {
  const bot = useBot(botId);
  if (bot.data) return <BotContext value={bot.data}>{children}</BotContext>;
  return (
    <Page title="Bot" breadcrumbs={[{ label: 'Bots', href: '/bots' }]}>
      {bot.isError ? (
        <LoadFailure error={bot.error} what="The bot" onRetry={() => void bot.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} />
      ) : (
        <SkeletonRows label="Loading the bot" />
      )}
    </Page>
  );
}
