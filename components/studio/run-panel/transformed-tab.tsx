'use client';

import { FileCode, Unplug } from 'lucide-react';
import { useMemo, useState } from 'react';

import { CodeDiff } from '@/components/studio/editors/code-diff';
import { RawText } from '@/components/studio/json/raw-text';
import { DocumentTable, DocumentTree, type ValueMapping } from '@/components/studio/run-panel/document-view';
import { findTableLists } from '@/components/studio/run-panel/find-lists';
import { readRunDocuments } from '@/components/studio/run-panel/run-documents';
import { INDENTED_LENGTH_MAX } from '@/components/studio/run-panel/response-tab';
import { ScriptVariables } from '@/components/studio/run-panel/script-variables';
import { chooseView, ViewSwitch, type ViewOption } from '@/components/studio/run-panel/view-switch';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { toDocumentText, toResultText } from '@/lib/modules/integration-run/run-record.rules';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

type View = 'tree' | 'table' | 'diff' | 'raw';

/** What the script made of the response, and how it differs. */
export function TransformedTab({ run, mapping, onGoTo }: { run: RunRecord; mapping: ValueMapping; onGoTo: (place: string) => void }) {
  const goToScript = (label: string) => (
    <Button size="sm" onClick={() => onGoTo('transformScript')}>
      {label}
    </Button>
  );
  if (!run.response) {
    return (
      <EmptyState icon={Unplug} title="Nothing to transform">
        This run got no response.
      </EmptyState>
    );
  }
  if (!run.script) {
    return (
      <EmptyState icon={FileCode} title="No script" action={goToScript('Write a script')}>
        Custom data fields are taken from the response as it came. A transform result script can shorten, rename or add up before that.
      </EmptyState>
    );
  }
  if (run.script.failure) {
    return (
      <EmptyState icon={FileCode} title="The script gave no result" action={goToScript('Go to the script')}>
        It stopped before its end, so nothing was captured. The console shows what it printed until then.
      </EmptyState>
    );
  }
  return <Transformation run={run} script={run.script} mapping={mapping} />;
}

function Transformation({ run, script, mapping }: { run: RunRecord; script: NonNullable<RunRecord['script']>; mapping: ValueMapping }) {
  const [wantedView, setWantedView] = useState<View>('tree');
  const document = readRunDocuments(run).result;
  const lists = useMemo(() => findTableLists(document), [document]);
  const isChanged = script.transformedText !== null;
  const options: ViewOption<View>[] = [
    ...(document === undefined ? [] : [{ view: 'tree' as const, label: 'Tree' }]),
    ...(lists.length > 0 ? [{ view: 'table' as const, label: 'Table' }] : []),
    ...(isChanged ? [{ view: 'diff' as const, label: 'Changes' }] : []),
    { view: 'raw', label: 'Raw' },
  ];
  const view = chooseView(options, wantedView);
  const resultText = toResultText(run) ?? '';
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-2 py-1 text-xs text-muted">
        <ViewSwitch label="Result view" options={options} view={view} onViewChange={setWantedView} />
        <span>{isChanged ? 'After the script' : 'The script left the response as it was.'}</span>
      </div>
      <ScriptVariables variables={script.variables} />
      <div className="min-h-0 flex-1 overflow-auto">
        {view === 'tree' && document !== undefined ? <DocumentTree document={document} label="Result" mapping={mapping} /> : null}
        {view === 'table' ? <DocumentTable lists={lists} label="Result" mapping={mapping} /> : null}
        {view === 'diff' ? (
          <CodeDiff before={toDocumentText(run) ?? ''} after={resultText} beforeLabel="Response" afterLabel="Transformed" language="json" />
        ) : null}
        {view === 'raw' ? <RawText text={resultText} label="Raw result" isPretty={resultText.length <= INDENTED_LENGTH_MAX} /> : null}
      </div>
    </div>
  );
}
