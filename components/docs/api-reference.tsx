'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';

import { listOperationsByTag, type OpenApi } from '@/components/docs/openapi.schema';
import { OperationNav } from '@/components/docs/operation-nav';
import { OperationView } from '@/components/docs/operation-view';
import { useOpenApi } from '@/components/docs/use-open-api';
import { WindowTitle } from '@/components/studio/frame/page';
import { ParleyMark } from '@/components/studio/frame/parley-mark';
import { useShortcut } from '@/components/studio/frame/use-shortcut';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Callout } from '@/components/ui/callout';
import { searchFieldAttribute } from '@/components/ui/search-input';
import { SkeletonRows } from '@/components/ui/skeleton';

/** The reference of the HTTP API, drawn from the document that the server itself gives. */
export function ApiReference() {
  const document = useOpenApi();
  useShortcut('/', focusSearch, { label: 'Go to the search field' });
  return (
    <div className="min-h-dvh bg-surface">
      <WindowTitle parts={['API reference']} />
      <header className="sticky top-0 z-20 flex h-12 items-center gap-3 border-b border-line bg-surface px-4">
        <Link href="/bots" aria-label="Parley, to the bots" className="flex items-center gap-2 font-semibold">
          <ParleyMark />
          <span className="max-sm:sr-only">Parley</span>
        </Link>
        <h1 className="text-sm font-semibold">API reference</h1>
        <a href="/api/openapi.json" className={buttonStyle({ size: 'sm', className: 'ml-auto' })}>
          openapi.json
        </a>
      </header>
      {document.isPending ? <SkeletonRows label="Loading the API reference" rowCount={10} /> : null}
      {document.isError ? (
        <Callout
          tone="bad"
          isAnnounced
          className="m-4 max-w-150"
          what="The API reference could not be loaded"
          why={document.error.message}
          actions={
            <Button size="sm" onClick={() => void document.refetch()}>
              Try again
            </Button>
          }
        />
      ) : null}
      {document.data ? <Reference document={document.data} /> : null}
    </div>
  );
}

function Reference({ document }: { document: OpenApi }) {
  const groups = listOperationsByTag(document);
  const [isListOpen, setIsListOpen] = useState(false);

  // The operations were not there yet when the browser looked for the address's part behind the #.
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id) window.document.getElementById(id)?.scrollIntoView();
  }, []);

  return (
    <div className="flex max-lg:flex-col">
      <div className="sticky top-12 hidden h-[calc(100dvh-48px)] w-75 shrink-0 flex-col border-r border-line bg-canvas p-3 lg:flex">
        <OperationNav groups={groups} />
      </div>
      <details open={isListOpen} onToggle={(event) => setIsListOpen(event.currentTarget.open)} className="border-b border-line bg-canvas px-4 py-2 lg:hidden">
        <summary className="font-medium">Operations</summary>
        <div className="pt-2">
          <OperationNav groups={groups} onFollow={() => setIsListOpen(false)} />
        </div>
      </details>
      <main className="min-w-0 flex-1 px-4 pb-16 md:px-8">
        <div className="max-w-220">
          <p className="py-6 text-muted">
            {document.info.description.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))} Version {document.info.version}.
          </p>
          {groups.map(([tag, operations]) => (
            <section key={tag} aria-label={tag}>
              <h2 className="pt-4 pb-2 text-lg font-semibold">{tag}</h2>
              {operations.map((operation) => (
                <OperationView key={operation.operationId} operation={operation} />
              ))}
            </section>
          ))}
        </div>
      </main>
    </div>
  );
}

function focusSearch(): void {
  const fields = [...window.document.querySelectorAll<HTMLInputElement>(`[${searchFieldAttribute}]`)];
  fields.find((field) => field.checkVisibility())?.focus();
}
