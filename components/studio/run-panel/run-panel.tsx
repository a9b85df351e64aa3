'use client';

import { Play } from 'lucide-react';
import { useMemo, useState } from 'react';

import { toPathKey } from '@/components/studio/json/json-path';
import type { ValueMapping } from '@/components/studio/run-panel/document-view';
import { buildFieldKeyFinder } from '@/components/studio/run-panel/find-field-key';
import type { RunTab } from '@/components/studio/run-panel/outcome-remedies';
import { ResultBar } from '@/components/studio/run-panel/result-bar';
import { RunNotices } from '@/components/studio/run-panel/run-notices';
import { RunTabs } from '@/components/studio/run-panel/run-tabs';
import type { RunControl } from '@/components/studio/run-panel/use-run';
import { VariablesSection } from '@/components/studio/run-panel/variables-section';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useRuns } from '@/lib/client/use-runs';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** Properties of `RunPanel`. */
export type RunPanelProps = {
  run: RunControl;
  botId: string;
  integrationId: string;
  isSaved: boolean;
  hasSample: boolean;
  /** What the form says now; null while it is not valid. */
  definition: IntegrationDefinition | null;
  /** References that the form uses, as written between the braces, for example `$botContext.customerId`. */
  references: readonly string[];
  testValues: Readonly<Record<string, string>>;
  onTestValuesChange: (testValues: Record<string, string>) => void;
  /** Values of the result that custom data fields take already. */
  mappedPaths: readonly (readonly (string | number)[])[];
  /** Makes a custom data field of a value; with `every`, of its counterparts in all elements of the arrays around it. */
  onMapValue: (path: (string | number)[], every: boolean) => void;
  /** Leads to a place of the form: `transformScript`, `headers.2.value`, `success.kind`. */
  onGoTo: (place: string) => void;
};

/** What a run gives: result line, variables, and tabs for everything that was sent, received and made of it. Fills its parent. */
export function RunPanel(props: RunPanelProps) {
  const { run, botId, integrationId, definition, onGoTo } = props;
  const [tab, setTab] = useState<RunTab>('response');
  const place = { botId, integrationId };
  const newestRunId = useRuns(place).data?.[0]?.id ?? null;
  const mapping = useMapping(props);
  const isStale = run.isRunning || run.wasCancelled || run.problem !== null;
  return (
    <section aria-label="Run" className="flex h-full min-h-0 min-w-0 flex-col overflow-y-auto bg-surface">
      <ResultBar run={run} newestRunId={newestRunId} />
      <RunNotices run={run} place={place} credentialId={definition?.credentialId ?? null} onGoTo={onGoTo} onTab={setTab} />
      <VariablesSection
        botId={botId}
        references={props.references}
        testValues={props.testValues}
        onTestValuesChange={props.onTestValuesChange}
        used={run.result?.run.variables ?? []}
      />
      {run.result ? (
        <RunTabs
          tab={tab}
          onTabChange={setTab}
          result={run.result}
          place={place}
          isSaved={props.isSaved}
          hasSample={props.hasSample}
          definition={definition}
          mapping={mapping}
          onGoTo={onGoTo}
          onShowRun={run.show}
          isStale={isStale}
        />
      ) : run.isLoading && !run.isRunning ? (
        <SkeletonRows label="Loading the last run" />
      ) : (
        <FirstRun {...props} />
      )}
    </section>
  );
}

/** Before the first run: what it is good for, and the way to it. */
function FirstRun({ run, definition, testValues }: RunPanelProps) {
  if (run.isRunning) return null;
  return (
    <EmptyState
      icon={Play}
      title="Run it to see what it gives"
      action={
        <Button
          variant="primary"
          disabled={definition === null}
          onClick={() => (definition ? run.start({ mode: 'live', definition, testValues: { ...testValues } }) : undefined)}
        >
          <Play aria-hidden />
          Run <Kbd keys="mod+enter" />
        </Button>
      }
    >
      {definition === null
        ? 'Complete the fields that are marked first; name, response variable and URL are enough.'
        : 'The request goes out for real, with the values above. Then click a value of the response to make it a custom data field.'}
    </EmptyState>
  );
}

/** Which values are mapped, and how one becomes it. */
function useMapping({ definition, mappedPaths, onMapValue }: RunPanelProps): ValueMapping {
  const fields = definition?.customDataFields;
  const responseVariable = definition?.responseVariable;
  const fieldKeyOf = useMemo(() => {
    const findKey = fields && responseVariable ? buildFieldKeyFinder(fields, responseVariable) : () => null;
    const mappedKeys = new Set(mappedPaths.map(toPathKey));
    return (path: readonly (string | number)[]) => findKey(path) ?? (mappedKeys.has(toPathKey(path)) ? 'a field' : null);
  }, [fields, responseVariable, mappedPaths]);
  return { onMap: onMapValue, fieldKeyOf };
}
