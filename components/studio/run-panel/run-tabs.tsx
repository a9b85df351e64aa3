'use client';

import { CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { ConsoleTab } from '@/components/studio/run-panel/console-tab';
import type { ValueMapping } from '@/components/studio/run-panel/document-view';
import { FieldsTab } from '@/components/studio/run-panel/fields-tab';
import type { RunTab } from '@/components/studio/run-panel/outcome-remedies';
import { RequestTab } from '@/components/studio/run-panel/request-tab';
import { ResponseTab } from '@/components/studio/run-panel/response-tab';
import { RunsTab } from '@/components/studio/run-panel/runs-tab';
import { TimelineTab } from '@/components/studio/run-panel/timeline-tab';
import { TransformedTab } from '@/components/studio/run-panel/transformed-tab';
import { cn } from '@/components/ui/class-names';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { RunPlace } from '@/lib/client/use-runs';
import type { RunResult } from '@/lib/modules/integration-run/integration-run.contract';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** Properties of `RunTabs`. */
export type RunTabsProps = {
  tab: RunTab;
  onTabChange: (tab: RunTab) => void;
  result: RunResult;
  place: RunPlace;
  isSaved: boolean;
  hasSample: boolean;
  definition: IntegrationDefinition | null;
  mapping: ValueMapping;
  onGoTo: (place: string) => void;
  onShowRun: (runId: string) => void;
  /** What is shown belongs to an earlier run than the one under way. */
  isStale: boolean;
};

/** Everything about one run, behind tabs. */
export function RunTabs(props: RunTabsProps) {
  const { tab, onTabChange, place, isSaved, hasSample, definition, mapping, onGoTo } = props;
  const { run } = props.result;
  const isTransformed = typeof run.script?.transformedText === 'string';
  const hasScriptFailed = Boolean(run.script?.failure);
  const withoutMapping = { ...mapping, onMap: null, fieldKeyOf: () => null };
  const changeTab = (next: string) => {
    const known = labels.find(([name]) => name === next);
    if (known) onTabChange(known[0]);
  };
  const countByTab: Partial<Record<RunTab, number>> = { fields: definition?.customDataFields.length ?? run.fields.length, console: run.script?.console.length ?? 0 };
  const signByTab: Partial<Record<RunTab, ReactNode>> = {
    console: hasScriptFailed ? <CircleX aria-label="The script failed" className="size-3.5 text-bad" /> : undefined,
    fields: run.fields.some(({ problem }) => problem !== null) ? <TriangleAlert aria-label="Some gave nothing" className="size-3.5 text-warn" /> : undefined,
  };
  return (
    <Tabs value={tab} onValueChange={changeTab} className={cn('min-h-80 flex-1 transition-opacity', props.isStale && 'opacity-60')}>
      <TabsList aria-label="Run" className="px-3">
        {labels.map(([name, label]) => (
          <TabsTrigger key={name} value={name} count={countByTab[name]} sign={signByTab[name]}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="response">
        <ResponseTab
          run={run}
          place={place}
          isSaved={isSaved}
          hasSample={hasSample}
          mapping={isTransformed ? withoutMapping : mapping}
          isTransformed={isTransformed}
        />
      </TabsContent>
      <TabsContent value="transformed">
        <TransformedTab run={run} mapping={mapping} onGoTo={onGoTo} />
      </TabsContent>
      <TabsContent value="fields">
        <FieldsTab run={run} definition={definition} onGoTo={onGoTo} onShowResult={() => onTabChange(isTransformed ? 'transformed' : 'response')} />
      </TabsContent>
      <TabsContent value="console">
        <ConsoleTab run={run} onGoTo={onGoTo} />
      </TabsContent>
      <TabsContent value="timeline">
        <TimelineTab run={run} />
      </TabsContent>
      <TabsContent value="request">
        <RequestTab run={run} definition={definition} />
      </TabsContent>
      <TabsContent value="runs">
        <RunsTab place={place} shownRunId={run.id} isSaved={isSaved} onShow={props.onShowRun} />
      </TabsContent>
    </Tabs>
  );
}

const labels: readonly (readonly [RunTab, string])[] = [
  ['response', 'Response'],
  ['transformed', 'Transformed'],
  ['fields', 'Fields'],
  ['console', 'Console'],
  ['timeline', 'Timeline'],
  ['request', 'Request'],
  ['runs', 'Runs'],
];
