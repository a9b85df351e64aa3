'use client';

import { EnvironmentEditor } from '@/components/studio/environments/environment-editor';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useEnvironment } from '@/lib/client/use-environments';

/** One environment. */
export function EnvironmentPage({ environmentId }: { environmentId: string }) {
  const environment = useEnvironment(environmentId);
  if (environment.data) return <EnvironmentEditor key={environment.data.id} environment={environment.data} />;
  return (
    <Page title="Environment" breadcrumbs={[{ label: 'Environments', href: '/environments' }]}>
      {environment.isError ? (
        <LoadFailure
          error={environment.error}
          what="The environment"
          onRetry={() => void environment.refetch()}
          back={{ label: 'All environments', href: '/environments' }}
        />
      ) : (
        <SkeletonRows label="Loading the environment" />
      )}
    </Page>
  );
}
