'use client';

import { CopyPlus, Plus, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { DeleteIntegrationDialog } from '@/components/studio/integrations/delete-integration-dialog';
import { integrationColumns } from '@/components/studio/integrations/integration-list-columns';
import { useDuplicateIntegrationAction } from '@/components/studio/integrations/use-duplicate-integration-action';
import { buttonStyle } from '@/components/ui/button-style';
import { DataList } from '@/components/ui/data-list';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { RowMenu } from '@/components/ui/row-menu';
import type { IntegrationSummary } from '@/lib/modules/integration/integration.contract';

/** Properties of `IntegrationList`. */
export type IntegrationListProps = { botId: string; integrations: readonly IntegrationSummary[] };

/** The integrations of a bot, to open, copy and delete. */
export function IntegrationList({ botId, integrations }: IntegrationListProps) {
  const duplicate = useDuplicateIntegrationAction(botId);
  const [toDelete, setToDelete] = useState<IntegrationSummary | null>(null);

  return (
    <>
      <DataList
        label="Integrations"
        noun={['integration', 'integrations']}
        rows={integrations}
        columns={integrationColumns}
        rowId={(integration) => integration.id}
        rowHref={(integration) => `/bots/${botId}/integrations/${integration.id}`}
        rowText={integrationText}
        initialOrder={{ columnId: 'name', direction: 'ascending' }}
        tools={
          <Link href={`/bots/${botId}/integrations/new`} className={buttonStyle({ variant: 'primary', size: 'sm' })}>
            <Plus aria-hidden />
            <span>
              New<span className="max-sm:sr-only"> integration</span>
            </span>
          </Link>
        }
        rowMenu={(integration, tabIndex) => (
          <RowMenu label={`Actions for ${integration.name}`} tabIndex={tabIndex}>
            <DropdownMenuItem onSelect={() => void duplicate(integration)}>
              <CopyPlus aria-hidden />
              Duplicate
            </DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem tone="danger" onSelect={() => setToDelete(integration)}>
              <Trash2 aria-hidden />
              Delete…
            </DropdownMenuItem>
          </RowMenu>
        )}
      />
      {toDelete ? <DeleteIntegrationDialog botId={botId} integration={toDelete} onOpenChange={() => setToDelete(null)} /> : null}
    </>
  );
}

function integrationText(integration: IntegrationSummary): string {
  return [integration.name, `api_${integration.responseVariable}`, integration.method, integration.url, ...integration.fieldKeys].join(' ');
}
