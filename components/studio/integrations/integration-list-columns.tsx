import { MethodBadge } from '@/components/studio/integrations/method-badge';
import type { DataColumn } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import type { IntegrationSummary } from '@/lib/modules/integration/integration.contract';

/** What the list of integrations shows of each. */
export const integrationColumns: DataColumn<IntegrationSummary>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (integration) => integration.name,
    sortValue: (integration) => integration.name,
    className: 'w-auto md:w-56 xl:w-72',
  },
  {
    id: 'method',
    header: 'Method',
    cell: (integration) => <MethodBadge method={integration.method} />,
    sortValue: (integration) => integration.method,
    className: 'w-24',
  },
  {
    id: 'variable',
    header: 'Response variable',
    cell: (integration) => <code title={`api_${integration.responseVariable}`}>api_{integration.responseVariable}</code>,
    sortValue: (integration) => integration.responseVariable,
    className: 'w-40 max-md:hidden xl:w-52',
  },
  {
    id: 'url',
    header: 'URL',
    cell: (integration) => (
      <code title={integration.url} className="text-muted">
        {integration.url}
      </code>
    ),
    sortValue: (integration) => integration.url,
    className: 'max-lg:hidden',
  },
  {
    id: 'changed',
    header: 'Changed',
    cell: (integration) => <RelativeTime at={integration.updatedAt} className="relative z-10 text-muted" />,
    sortValue: (integration) => Date.parse(integration.updatedAt),
    className: 'w-28 max-sm:hidden',
  },
];
