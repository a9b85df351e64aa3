'use client';

import { Ellipsis } from 'lucide-react';

import { bytesText, msText } from '@/components/studio/run-panel/measure-text';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell, TableRow } from '@/components/ui/table';
import { describeOutcome } from '@/lib/modules/integration-run/run-outcome.rules';
import type { RunSummary } from '@/lib/modules/integration-run/run-record.schema';

/** One kept run. */
export function RunLine(props: {
  run: RunSummary;
  isShown: boolean;
  isSelected: boolean;
  onShow: () => void;
  onToggle: () => void;
  /** Null where there is no response to keep. */
  onKeepAsSample: (() => void) | null;
}) {
  const { run, isShown, onKeepAsSample } = props;
  const { title } = describeOutcome(run.outcome);
  const words = `${title}, ${new Date(run.startedAt).toLocaleString('en-GB')}`;
  return (
    <TableRow data-selected={isShown}>
      <TableCell className="pr-0">
        <Checkbox aria-label={`Select ${words}`} checked={props.isSelected} onCheckedChange={props.onToggle} className="align-middle" />
      </TableCell>
      <TableCell>
        <span className="flex flex-wrap items-center gap-1">
          <button type="button" aria-current={isShown || undefined} aria-label={`Show ${words}`} onClick={props.onShow} className="rounded-sm hover:underline">
            <Badge tone={toTone(run)}>{title}</Badge>
          </button>
          {run.mode === 'sample' ? <Badge>sample</Badge> : null}
          {run.attemptCount > 1 ? <span className="text-xs text-muted">{run.attemptCount} tries</span> : null}
        </span>
      </TableCell>
      <TableCell className="text-xs whitespace-nowrap">
        <RelativeTime at={run.startedAt} />
      </TableCell>
      <TableCell className="text-right text-xs whitespace-nowrap tabular-nums">{msText(run.durationMs)}</TableCell>
      <TableCell className="text-right text-xs whitespace-nowrap tabular-nums">{run.bodyBytes === null ? '–' : bytesText(run.bodyBytes)}</TableCell>
      <TableCell className="px-1">
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <IconButton label={`Actions of ${words}`} hint="Actions">
              <Ellipsis aria-hidden />
            </IconButton>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={props.onShow}>Show this run</DropdownMenuItem>
            <DropdownMenuItem onSelect={props.onToggle}>{props.isSelected ? 'Take out of the comparison' : 'Select to compare'}</DropdownMenuItem>
            {onKeepAsSample ? <DropdownMenuItem onSelect={onKeepAsSample}>Save response as the sample</DropdownMenuItem> : null}
          </DropdownMenuContent>
        </DropdownMenu>
      </TableCell>
    </TableRow>
  );
}

function toTone({ outcome, attemptCount }: RunSummary) {
  if (outcome.kind === 'cancelled') return 'neutral';
  if (outcome.kind !== 'success') return 'bad';
  return attemptCount > 1 ? 'warn' : 'good';
}
