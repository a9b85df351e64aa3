'use client';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { Designer } from '@/components/studio/designer/designer';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useIntegration } from '@/lib/client/use-integration';

/** Properties of `IntegrationPage`. */
export type IntegrationPageProps = {
  integrationId: string;
  /** It was never saved: there is nothing to load. */
  isNew?: boolean;
  onCreated?: () => void;
};

/** The designer of one integration, once that is loaded. Give it `key={integrationId}`. */
export function IntegrationPage({ integrationId, isNew = false, onCreated }: IntegrationPageProps) {
  const bot = useCurrentBot();
  const integration = useIntegration(bot.id, isNew ? null : integrationId);
  const stored = integration.data ?? null;
  if (isNew || stored) return <Designer integrationId={integrationId} stored={stored} {...(onCreated ? { onCreated } : {})} />;
  const listHref = `/bots/${bot.id}/integrations`;
  return (
    <Page
      title="Integration"
      breadcrumbs={[
        { label: 'Bots', href: '/bots' },
        { label: bot.name, href: listHref },
      ]}
    >
      {integration.isError ? (
        <LoadFailure
          error={integration.error}
          what="The integration"
          onRetry={() => void integration.refetch()}
          back={{ label: 'Go to the integrations', href: listHref }}
        />
      ) : (
        <SkeletonRows label="Loading the integration" />
      )}
    </Page>
  );
}
