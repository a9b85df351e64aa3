'use client';

import { LinkTabs } from '@/components/ui/link-tabs';

/** The parts of a bot; only what works is shown. For the `nav` of a bot's pages. */
export function BotTabs({ botId }: { botId: string }) {
  return (
    <LinkTabs
      label="Parts of the bot"
      tabs={[
        { label: 'Dialogs', href: `/bots/${botId}/dialogs`, hasPagesBelow: true },
        { label: 'Integrations', href: `/bots/${botId}/integrations`, hasPagesBelow: true },
        { label: 'Intents & entities', href: `/bots/${botId}/understanding` },
        { label: 'Global functions', href: `/bots/${botId}/functions` },
        { label: 'Web View', href: `/bots/${botId}/web-view` },
        { label: 'Tests', href: `/bots/${botId}/tests` },
        { label: 'Releases', href: `/bots/${botId}/releases` },
        { label: 'Settings', href: `/bots/${botId}/settings` },
      ]}
    />
  );
}
