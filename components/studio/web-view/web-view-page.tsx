'use client';

import { useSearchParams } from 'next/navigation';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { SaveActions, UnsavedSign } from '@/components/studio/frame/save-actions';
import { ConnectView } from '@/components/studio/web-view/connect/connect-view';
import { InboxView } from '@/components/studio/web-view/inbox/inbox-view';
import { SettingsView } from '@/components/studio/web-view/settings/settings-view';
import { useSettingsForm } from '@/components/studio/web-view/settings/use-settings-form';
import { toWebViewHref, webViewTabs, type WebViewTab } from '@/components/studio/web-view/web-view-tab';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { useWebViewPosts, useWebViewSettings } from '@/lib/client/use-web-view';
import type { StoredWebViewSettings } from '@/lib/modules/web-view/web-view-settings.schema';

/** Pages that write back: how they are made, what they have posted, what they may. */
export function WebViewPage() {
  const bot = useCurrentBot();
  const settings = useWebViewSettings(bot.id);
  if (settings.data) return <Loaded botId={bot.id} name={bot.name} stored={settings.data} />;
  return (
    <Page title={bot.name} part="Web View" breadcrumbs={[{ label: 'Bots', href: '/bots' }]} nav={<BotTabs botId={bot.id} />}>
      {settings.isError ? (
        <LoadFailure error={settings.error} what="The Web View settings" onRetry={() => void settings.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} />
      ) : (
        <SkeletonRows label="Loading the Web View settings" />
      )}
    </Page>
  );
}

type LoadedProps = { botId: string; name: string; stored: StoredWebViewSettings };

function Loaded({ botId, name, stored }: LoadedProps) {
  const asked = useSearchParams().get('tab');
  const tab: WebViewTab = webViewTabs.find((known) => known === asked) ?? 'connect';
  const posts = useWebViewPosts(botId);
  const form = useSettingsForm(botId, stored);
  const show = (next: WebViewTab) => window.history.replaceState(null, '', toWebViewHref(botId, { tab: next }));
  return (
    <Page
      title={name}
      part="Web View"
      isFilled
      breadcrumbs={[{ label: 'Bots', href: '/bots' }]}
      status={<UnsavedSign isDirty={form.isDirty} />}
      nav={<BotTabs botId={botId} />}
      actions={tab === 'settings' || form.isDirty ? <SaveActions isDirty={form.isDirty} isBusy={form.isBusy} onSave={() => void form.submit()} onDiscard={form.discard} /> : null}
    >
      <Tabs value={tab} onValueChange={(next) => show(webViewTabs.find((known) => known === next) ?? 'connect')} className="flex-1">
        <TabsList aria-label="Web View" className="px-3 md:px-6">
          <TabsTrigger value="connect">Connect a page</TabsTrigger>
          <TabsTrigger value="inbox" count={posts.data?.length}>
            Inbox
          </TabsTrigger>
          <TabsTrigger value="settings">Settings</TabsTrigger>
        </TabsList>
        <TabsContent value="connect" keepMounted className="relative overflow-y-auto">
          <ConnectView botId={botId} settings={stored.settings} />
        </TabsContent>
        <TabsContent value="inbox" className="flex flex-col">
          <InboxView botId={botId} posts={posts} />
        </TabsContent>
        <TabsContent value="settings" keepMounted className="relative overflow-y-auto">
          <SettingsView form={form} />
        </TabsContent>
      </Tabs>
    </Page>
  );
}
