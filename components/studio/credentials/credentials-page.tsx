'use client';

import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { CredentialDialog } from '@/components/studio/credentials/credential-dialog';
import { credentialKindLabel, describeCredential } from '@/components/studio/credentials/credential-kinds';
import { DeleteCredentialDialog } from '@/components/studio/credentials/delete-credential-dialog';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Page } from '@/components/studio/frame/page';
import { useNavigate } from '@/components/studio/frame/use-navigate';
import { Button } from '@/components/ui/button';
import { DataList } from '@/components/ui/data-list';
import type { DataColumn } from '@/components/ui/data-table';
import { DropdownMenuItem } from '@/components/ui/dropdown-menu';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useCredentials } from '@/lib/client/use-credentials';
import type { CredentialView } from '@/lib/modules/credential/credential.schema';

/** The list of credentials. */
export function CredentialsPage() {
  const credentials = useCredentials();
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  const [toDelete, setToDelete] = useState<CredentialView | null>(null);
  const newButton = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New credential
    </Button>
  );
  return (
    <Page title="Credentials" isFilled actions={credentials.data?.length ? newButton : null}>
      {credentials.isPending ? <SkeletonRows label="Loading credentials" /> : null}
      {credentials.isError && !credentials.data ? (
        <LoadFailure
          error={credentials.error}
          what="The credentials"
          onRetry={() => void credentials.refetch()}
          back={{ label: 'Go to your bots', href: '/bots' }}
        />
      ) : null}
      {credentials.data?.length === 0 ? (
        <EmptyState icon={KeyRound} title="Keep secrets in one place" action={newButton}>
          A credential proves to an API who is calling. Integrations name it; its secret is encrypted and never shown again.
        </EmptyState>
      ) : null}
      {credentials.data?.length ? (
        <DataList
          label="Credentials"
          noun={['credential', 'credentials']}
          rows={credentials.data}
          columns={columns}
          rowId={(credential) => credential.id}
          rowHref={(credential) => `/credentials/${credential.id}`}
          rowText={credentialText}
          initialOrder={{ columnId: 'name', direction: 'ascending' }}
          rowMenu={(credential, tabIndex) => (
            <RowMenu label={`Actions for ${credential.name}`} tabIndex={tabIndex}>
              <DropdownMenuItem tone="danger" onSelect={() => setToDelete(credential)}>
                <Trash2 aria-hidden />
                Delete…
              </DropdownMenuItem>
            </RowMenu>
          )}
        />
      ) : null}
      <CredentialDialog open={isCreating} onOpenChange={setIsCreating} onCreated={(credential) => navigate(`/credentials/${credential.id}`)} />
      {toDelete ? <DeleteCredentialDialog credential={toDelete} onOpenChange={() => setToDelete(null)} /> : null}
    </Page>
  );
}

function credentialText(credential: CredentialView): string {
  return `${credential.name} ${credentialKindLabel(credential.settings.kind)} ${describeCredential(credential.settings)}`;
}

const columns: DataColumn<CredentialView>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortValue: (row) => row.name, className: 'w-auto md:w-56 xl:w-80' },
  {
    id: 'kind',
    header: 'Type',
    cell: (row) => credentialKindLabel(row.settings.kind),
    sortValue: (row) => credentialKindLabel(row.settings.kind),
    className: 'w-36 md:w-56',
  },
  {
    id: 'what',
    header: 'Sends',
    cell: (row) => <code className="text-muted">{describeCredential(row.settings)}</code>,
    className: 'max-lg:hidden',
  },
  {
    id: 'uses',
    header: 'Used by',
    cell: (row) => (row.usedByCount === 0 ? <span className="text-muted">nothing</span> : row.usedByCount === 1 ? '1 integration' : `${row.usedByCount} integrations`),
    sortValue: (row) => row.usedByCount,
    className: 'w-32 max-md:hidden',
  },
  {
    id: 'changed',
    header: 'Changed',
    cell: (row) => <RelativeTime at={row.updatedAt} className="relative z-10 text-muted" />,
    sortValue: (row) => Date.parse(row.updatedAt),
    className: 'w-32 max-md:hidden',
  },
];
