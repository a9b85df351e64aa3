'use client';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { DraftGate } from '@/components/studio/draft/draft-gate';
import { Page } from '@/components/studio/frame/page';
import { UnderstandingPanes } from '@/components/studio/understanding/understanding-panes';

/** What the bot understands: intents with their training phrases, entities, and a place to try utterances. */
export function UnderstandingPage() {
  const bot = useCurrentBot();
  return (
    <Page title={bot.name} part="Intents & entities" breadcrumbs={[{ label: 'Bots', href: '/bots' }]} nav={<BotTabs botId={bot.id} />} isFilled>
      <DraftGate>
        <UnderstandingPanes />
      </DraftGate>
    </Page>
  );
}
