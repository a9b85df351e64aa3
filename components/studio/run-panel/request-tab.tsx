'use client';

import { Send, Terminal } from 'lucide-react';

import { copyText } from '@/components/studio/json/copy-value';
import { RawText } from '@/components/studio/json/raw-text';
import { HeaderList } from '@/components/studio/run-panel/header-list';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { exportCurl } from '@/lib/modules/integration/export-curl.rules';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** The request as it was sent, secrets masked. */
export function RequestTab({ run, definition }: { run: RunRecord; definition: IntegrationDefinition | null }) {
  const { request } = run;
  if (!request) {
    return (
      <EmptyState icon={Send} title="Nothing was sent">
        {run.mode === 'sample' ? 'A run on the sample does not call the API.' : 'The request could not be built.'}
      </EmptyState>
    );
  }
  const copyAsCurl = () => copyText(exportCurl({ ...request, followRedirects: definition?.followRedirects ?? true }), 'cURL command');
  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <div className="flex items-start gap-2 border-b border-line px-3 py-2">
        <code className="shrink-0 rounded-sm bg-raised px-1.5 py-0.5 text-xs font-medium">{request.method}</code>
        <code className="min-w-0 flex-1 py-0.5 text-xs break-all">{request.url}</code>
        <CopyButton value={request.url} label="Copy the URL" />
        <Button size="sm" onClick={() => void copyAsCurl()}>
          <Terminal aria-hidden />
          Copy as cURL
        </Button>
      </div>
      <p className="px-3 pt-2 pb-1 text-xs font-medium text-muted">Headers</p>
      <div className="shrink-0 border-b border-line">
        <HeaderList headers={request.headers} label="Request headers" />
      </div>
      <p className="px-3 pt-2 pb-1 text-xs font-medium text-muted">Body</p>
      {request.body ? (
        <div className="min-h-56 flex-1 border-t border-line">
          <RawText text={request.body} label="Request body" isPretty />
        </div>
      ) : (
        <p className="px-3 pb-3 text-muted">No body.</p>
      )}
    </div>
  );
}
