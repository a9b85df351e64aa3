'use client';

import { CredentialEditor } from '@/components/studio/credentials/credential-editor';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useCredential } from '@/lib/client/use-credentials';

/** One credential. */
export function CredentialPage({ credentialId }: { credentialId: string }) {
  const credential = useCredential(credentialId);
  if (credential.data) return <CredentialEditor key={credential.data.id} credential={credential.data} />;
  return (
    <Page title="Credential" breadcrumbs={[{ label: 'Credentials', href: '/credentials' }]}>
      {credential.isError ? (
        <LoadFailure
          error={credential.error}
          what="The credential"
          onRetry={() => void credential.refetch()}
          back={{ label: 'All credentials', href: '/credentials' }}
        />
      ) : (
        <SkeletonRows label="Loading the credential" />
      )}
    </Page>
  );
}
