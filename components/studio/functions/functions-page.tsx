'use client';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { KnowledgeProvider } from '@/components/studio/builder/knowledge-provider';
import { DraftGate } from '@/components/studio/draft/draft-gate';
import { Page } from '@/components/studio/frame/page';
import { FunctionsEditor } from '@/components/studio/functions/functions-editor';

/** The JavaScript whose functions every script of the bot can call. */
export function FunctionsPage() {
  const bot = useCurrentBot();
  return (
    <Page title={bot.name} part="Global functions" breadcrumbs={[{ label: 'Bots', href: '/bots' }]} nav={<BotTabs botId={bot.id} />} isFilled>
      <DraftGate>
        <KnowledgeProvider>
          <FunctionsEditor />
        </KnowledgeProvider>
      </DraftGate>
    </Page>
  );
}
