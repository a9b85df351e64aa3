'use client';

import { useState } from 'react';

import { useNavigate } from '@/components/studio/frame/use-navigate';
import { describeResult } from '@/components/studio/run-panel/describe-result';
import type { RunTab } from '@/components/studio/run-panel/outcome-remedies';
import { RunTabs } from '@/components/studio/run-panel/run-tabs';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useIntegration } from '@/lib/client/use-integration';
import { useRunRecord } from '@/lib/client/use-runs';

/** Properties of `RunDialog`. */
export type RunDialogProps = { botId: string; run: { integrationId: string; runId: string }; onClose: () => void };

/** What was sent and received in a call that a turn made: the run panel's tabs. */
export function RunDialog({ botId, run, onClose }: RunDialogProps) {
  const navigate = useNavigate();
  const place = { botId, integrationId: run.integrationId };
  const [runId, setRunId] = useState(run.runId);
  const [tab, setTab] = useState<RunTab>('response');
  const record = useRunRecord(place, runId);
  const integration = useIntegration(botId, run.integrationId).data ?? null;
  const line = record.data ? describeResult(record.data, { driftCount: 0, itemCount: null }) : null;
  const openDesigner = () => {
    onClose();
    navigate(`/bots/${botId}/integrations/${run.integrationId}`);
  };
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent size="xl" title={integration?.definition.name ?? 'Run'} className="h-[80dvh]">
        <div className="flex flex-wrap items-center gap-2">
          {line ? <Badge tone={line.tone}>{line.title}</Badge> : null}
          {line?.facts.map((fact) => (
            <span key={fact} className="text-muted tabular-nums">
              {fact}
            </span>
          ))}
          <Button size="sm" className="ml-auto" onClick={openDesigner}>
            Open the integration
          </Button>
        </div>
        {record.data ? (
          <RunTabs
            tab={tab}
            onTabChange={setTab}
            result={{ run: record.data, drift: [], responseType: null }}
            place={place}
            isSaved={integration !== null}
            hasSample={integration?.hasSample ?? false}
            definition={integration?.definition ?? null}
            mapping={{ onMap: null, fieldKeyOf: () => null }}
            onGoTo={openDesigner}
            onShowRun={setRunId}
            isStale={false}
          />
        ) : record.isError ? (
          <Callout tone="warn" what="The run is not here any more" why="Only the newest 50 runs of an integration are kept." todo="Say it again in the preview to see a new run." />
        ) : (
          <SkeletonRows label="Loading the run" />
        )}
      </DialogContent>
    </Dialog>
  );
}
