'use client';

import { Plus, Workflow } from 'lucide-react';
import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { FirstSteps } from '@/components/studio/first-steps/first-steps';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { useCommands } from '@/components/studio/frame/use-commands';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { IntegrationList } from '@/components/studio/integrations/integration-list';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useIntegrations } from '@/lib/client/use-integrations';

/** The list of a bot's integrations. */
export function IntegrationsPage() {
  const bot = useCurrentBot();
  const navigate = useNavigate();
  const integrations = useIntegrations(bot.id);
  const newHref = `/bots/${bot.id}/integrations/new`;
  useCommands([
    { id: 'new-integration', label: 'New integration', section: bot.name, icon: Plus, keywords: ['create', 'api', 'curl'], run: () => navigate(newHref) },
  ]);
  return (
    <Page
      title={bot.name}
      part="Integrations"
      breadcrumbs={[{ label: 'Bots', href: '/bots' }]}
      nav={<BotTabs botId={bot.id} />}
      isFilled
    >
      {integrations.isPending ? <SkeletonRows label="Loading integrations" /> : null}
      {integrations.isError && !integrations.data ? (
        <LoadFailure
          error={integrations.error}
          what="The integrations"
          onRetry={() => void integrations.refetch()}
          back={{ label: 'Go to your bots', href: '/bots' }}
        />
      ) : null}
      {integrations.data?.length === 0 ? (
        <EmptyState
          icon={Workflow}
          title="Call your first API"
          action={
            <Link href={newHref} className={buttonStyle({ variant: 'primary' })}>
              <Plus aria-hidden />
              New integration
            </Link>
          }
        >
          An integration describes one API call and names what the bot keeps of the answer. If you have a cURL command, paste it
          into the URL field: method, headers and body fill themselves in.
        </EmptyState>
      ) : null}
      {integrations.data?.length ? <FirstSteps botId={bot.id} integrations={integrations.data} /> : null}
      {integrations.data?.length ? <IntegrationList botId={bot.id} integrations={integrations.data} /> : null}
    </Page>
  );
}
