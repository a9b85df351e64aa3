'use client';

import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';

import { listVariables, withTestValue, type VariableLine } from '@/components/studio/run-panel/list-variables';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/class-names';
import { Input } from '@/components/ui/input';
import { useIsNarrow } from '@/components/ui/use-is-narrow';
import { useBot } from '@/lib/client/use-bots';
import { useEnvironment } from '@/lib/client/use-environments';
import type { UsedVariable } from '@/lib/modules/integration-run/run-record.schema';

/** Properties of `VariablesSection`. */
export type VariablesSectionProps = {
  botId: string;
  references: readonly string[];
  testValues: Readonly<Record<string, string>>;
  onTestValuesChange: (testValues: Record<string, string>) => void;
  /** What the shown run used. */
  used: readonly UsedVariable[];
};

/** Every variable that the form uses: where its value comes from, a value to test with, and what the shown run used. */
export function VariablesSection(props: VariablesSectionProps) {
  const contentId = useId();
  const [wantsOpen, setWantsOpen] = useState<boolean | null>(null);
  const isNarrow = useIsNarrow(1_024);
  const lines = useVariableLines(props);
  if (lines.length === 0) return null;
  const emptyCount = lines.filter((line) => line.isEmpty).length;
  // Where there is little room, it goes to the result, unless a value is missing.
  const isOpen = wantsOpen ?? (!isNarrow || emptyCount > 0);
  return (
    <div className="@container shrink-0 border-b border-line">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => setWantsOpen(!isOpen)}
        className="flex h-8 w-full items-center gap-1.5 px-3 text-left text-xs font-medium hover:bg-raised focus-visible:-outline-offset-2"
      >
        <ChevronRight aria-hidden className={cn('size-3.5 text-faint transition-transform', isOpen && 'rotate-90')} />
        Variables
        <span className="text-muted tabular-nums">{lines.length}</span>
        {emptyCount > 0 ? (
          <Badge tone="warn" className="ml-1">
            {emptyCount} empty
          </Badge>
        ) : null}
      </button>
      <div id={contentId} hidden={!isOpen} className="max-h-44 overflow-y-auto px-3 pb-2">
        <ul className="flex flex-col gap-1 @max-md:gap-2">
          {lines.map((line) => (
            <VariableRow key={line.reference} line={line} onChange={(value) => props.onTestValuesChange(withTestValue(props.testValues, line.reference, value))} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function VariableRow({ line, onChange }: { line: VariableLine; onChange: (value: string) => void }) {
  const id = useId();
  const usedId = useId();
  const usedText = line.used ? toUsedText(line.used) : null;
  return (
    <li className="grid items-center gap-x-2 @md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <label htmlFor={id} className="flex min-w-0 items-center gap-1.5">
        <code className="truncate" title={`{${line.reference}}`}>{`{${line.reference}}`}</code>
        <span className="ml-auto shrink-0 text-xs text-faint">{line.scope}</span>
      </label>
      <Input
        id={id}
        isCode
        value={line.testValue}
        placeholder={line.placeholder}
        aria-describedby={usedText ? usedId : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={cn('h-7', line.isEmpty && 'border-warn')}
      />
      {usedText ? (
        <span id={usedId} className="truncate @md:col-start-2 px-2 text-xs text-muted" title={line.used?.value}>
          {usedText}
        </span>
      ) : null}
    </li>
  );
}

function toUsedText({ value, source }: UsedVariable): string | null {
  // A value that was typed above, or stands there as the placeholder, need not be said twice.
  if (source === 'test-value' || source === 'environment') return null;
  return source === 'unset' ? 'Not set in this run: became empty' : `In this run: ${value}`;
}

function useVariableLines({ botId, references, testValues, used }: VariablesSectionProps): VariableLine[] {
  const environmentId = useBot(botId).data?.environmentId;
  const environment = useEnvironment(environmentId ?? null).data;
  return listVariables(references, { testValues, environment: environmentId === null ? null : environment, botId, used });
}
