'use client';

import { Unplug } from 'lucide-react';
import { useMemo, useState } from 'react';

import { RawText } from '@/components/studio/json/raw-text';
import { DocumentTable, DocumentTree, type ValueMapping } from '@/components/studio/run-panel/document-view';
import { findTableLists } from '@/components/studio/run-panel/find-lists';
import { HeaderList } from '@/components/studio/run-panel/header-list';
import { bytesText } from '@/components/studio/run-panel/measure-text';
import { readRunDocuments } from '@/components/studio/run-panel/run-documents';
import { SampleButton } from '@/components/studio/run-panel/sample-button';
import { chooseView, ViewSwitch, type ViewOption } from '@/components/studio/run-panel/view-switch';
import { EmptyState } from '@/components/ui/empty-state';
import type { RunPlace } from '@/lib/client/use-runs';
import { describeOutcome } from '@/lib/modules/integration-run/run-outcome.rules';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

type View = 'tree' | 'table' | 'raw' | 'headers';
type Response = NonNullable<RunRecord['response']>;

/** Longer bodies are shown raw as they came; indenting them would hold up the page noticeably. */
export const INDENTED_LENGTH_MAX = 1_000_000;

/** Properties of `ResponseTab`. */
export type ResponseTabProps = {
  run: RunRecord;
  place: RunPlace;
  isSaved: boolean;
  hasSample: boolean;
  mapping: ValueMapping;
  /** Fields are taken from what the script made of it, so mapping happens there. */
  isTransformed: boolean;
};

/** The response as it came: body as tree, table and text, and headers. */
export function ResponseTab(props: ResponseTabProps) {
  const { run } = props;
  if (!run.response) {
    return (
      <EmptyState icon={Unplug} title="No response">
        {describeOutcome(run.outcome).reason}
      </EmptyState>
    );
  }
  return <ReceivedResponse {...props} response={run.response} />;
}

function ReceivedResponse({ run, response, place, isSaved, hasSample, mapping, isTransformed }: ResponseTabProps & { response: Response }) {
  const [wantedView, setWantedView] = useState<View>('tree');
  const document = readRunDocuments(run).response;
  const lists = useMemo(() => findTableLists(document), [document]);
  // A text is one string: nothing to unfold.
  const hasTree = document !== undefined && response.format !== 'text';
  const options: ViewOption<View>[] = [
    ...(hasTree ? [{ view: 'tree' as const, label: 'Tree' }] : []),
    ...(lists.length > 0 ? [{ view: 'table' as const, label: 'Table' }] : []),
    { view: 'raw', label: 'Raw' },
    { view: 'headers', label: `Headers ${response.headers.length}` },
  ];
  const view = chooseView(options, wantedView);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-2 py-1 text-xs text-muted">
        <ViewSwitch label="Response view" options={options} view={view} onViewChange={setWantedView} />
        <span className="min-w-0 truncate">{describeBody(response)}</span>
        <SampleButton run={run} place={place} isSaved={isSaved} hasSample={hasSample} />
      </div>
      {isTransformed && view !== 'headers' && view !== 'raw' ? (
        <p className="border-b border-line px-3 py-1 text-xs text-muted">Before the script. Custom data fields are taken from what is under Transformed.</p>
      ) : null}
      <div className="min-h-0 flex-1 overflow-auto">
        {view === 'tree' && document !== undefined ? <DocumentTree document={document} label="Response" mapping={mapping} /> : null}
        {view === 'table' ? <DocumentTable lists={lists} label="Response" mapping={mapping} /> : null}
        {view === 'raw' ? <RawBody response={response} /> : null}
        {view === 'headers' ? <HeaderList headers={response.headers} label="Response headers" /> : null}
      </div>
    </div>
  );
}

function RawBody({ response }: { response: Response }) {
  if (response.format === 'binary') {
    return <p className="p-3 text-muted">The body is not text, so it is not shown: {bytesText(response.bodyBytes)}.</p>;
  }
  if (response.bodyText === '') return <p className="p-3 text-muted">The response has no body.</p>;
  const isPretty = response.format === 'json' && response.bodyText.length <= INDENTED_LENGTH_MAX;
  return <RawText text={response.bodyText} label="Raw response" isPretty={isPretty} />;
}

function describeBody({ headers, format, charset, bodyBytes }: Response): string {
  const contentType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? 'no content type';
  if (format === 'empty') return 'no body';
  const isCharsetSaid = charset === null || contentType.toLowerCase().includes('charset');
  return [contentType, ...(isCharsetSaid ? [] : [charset]), bytesText(bodyBytes)].join(' · ');
}
