'use client';

import { Plus, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { DeleteEnvironmentDialog } from '@/components/studio/environments/delete-environment-dialog';
import { EnvironmentDialog } from '@/components/studio/environments/environment-dialog';
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
import { useEnvironments } from '@/lib/client/use-environments';
import type { EnvironmentSummary } from '@/lib/modules/environment/environment.schema';

/** The list of environments. */
export function EnvironmentsPage() {
  const environments = useEnvironments();
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  const [toDelete, setToDelete] = useState<EnvironmentSummary | null>(null);
  const newButton = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New environment
    </Button>
  );
  return (
    <Page title="Environments" isFilled actions={environments.data?.length ? newButton : null}>
      {environments.isPending ? <SkeletonRows label="Loading environments" /> : null}
      {environments.isError && !environments.data ? (
        <LoadFailure
          error={environments.error}
          what="The environments"
          onRetry={() => void environments.refetch()}
          back={{ label: 'Go to your bots', href: '/bots' }}
        />
      ) : null}
      {environments.data?.length === 0 ? (
        <EmptyState icon={SlidersHorizontal} title="Keep addresses and keys out of your integrations" action={newButton}>
          An environment holds key/values that a bot reads as <code>{'{$env.key}'}</code>. With one for test and one for
          production, a bot changes sides by changing its environment.
        </EmptyState>
      ) : null}
      {environments.data?.length ? (
        <DataList
          label="Environments"
          noun={['environment', 'environments']}
          rows={environments.data}
          columns={columns}
          rowId={(environment) => environment.id}
          rowHref={(environment) => `/environments/${environment.id}`}
          rowText={environmentText}
          initialOrder={{ columnId: 'name', direction: 'ascending' }}
          rowMenu={(environment, tabIndex) => (
            <RowMenu label={`Actions for ${environment.name}`} tabIndex={tabIndex}>
              <DropdownMenuItem tone="danger" onSelect={() => setToDelete(environment)}>
                <Trash2 aria-hidden />
                Delete…
              </DropdownMenuItem>
            </RowMenu>
          )}
        />
      ) : null}
      <EnvironmentDialog open={isCreating} onOpenChange={setIsCreating} onCreated={(environment) => navigate(`/environments/${environment.id}`)} />
      {toDelete ? <DeleteEnvironmentDialog environment={toDelete} onOpenChange={() => setToDelete(null)} /> : null}
    </Page>
  );
}

function environmentText(environment: EnvironmentSummary): string {
  return `${environment.name} ${environment.description}`;
}

const columns: DataColumn<EnvironmentSummary>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortValue: (row) => row.name, className: 'w-auto md:w-56 xl:w-80' },
  { id: 'description', header: 'Description', cell: (row) => <span className="text-muted">{row.description}</span>, className: 'max-lg:hidden' },
  {
    id: 'variables',
    header: 'Variables',
    cell: (row) => row.variableCount,
    sortValue: (row) => row.variableCount,
    className: 'w-28 text-right tabular-nums',
  },
  {
    id: 'uses',
    header: 'Used by',
    cell: (row) => (row.usedByCount === 1 ? '1 bot' : `${row.usedByCount} bots`),
    sortValue: (row) => row.usedByCount,
    className: 'w-24 max-sm:hidden',
  },
  {
    id: 'changed',
    header: 'Changed',
    cell: (row) => <RelativeTime at={row.updatedAt} className="relative z-10 text-muted" />,
    sortValue: (row) => Date.parse(row.updatedAt),
    className: 'w-32 max-sm:hidden',
  },
];
