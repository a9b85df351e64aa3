'use client';

import { Braces, ChevronRight, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';

import { JsonTree } from '@/components/studio/json/json-tree';
import { readLiveFields } from '@/components/studio/run-panel/live-fields';
import { countText } from '@/components/studio/run-panel/measure-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import type { JsonValue } from '@/lib/engine/json';
import { toResolvedNames, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { FieldResult, RunRecord } from '@/lib/modules/integration-run/run-record.schema';

const PREVIEW_COUNT = 5;
const PREVIEW_LENGTH_MAX = 300;

/** Properties of `FieldsTab`. */
export type FieldsTabProps = {
  run: RunRecord;
  definition: IntegrationDefinition | null;
  onGoTo: (place: string) => void;
  onShowResult: () => void;
};

/** Every custom data field with its values and how many there are, or why there are none. */
export function FieldsTab({ run, definition, onGoTo, onShowResult }: FieldsTabProps) {
  const settled = useDeferredValue(definition);
  const { fields, isRecaptured } = useMemo(() => readLiveFields(run, settled), [run, settled]);
  if (fields.length === 0) {
    return (
      <EmptyState
        icon={Braces}
        title="No custom data fields"
        action={
          <Button size="sm" onClick={onShowResult}>
            Show the values
          </Button>
        }
      >
        Click a value in the tree to make it a field. Messages and rules of the bot can then use it.
      </EmptyState>
    );
  }
  return (
    <div className="h-full overflow-auto">
      {isRecaptured ? (
        <p className="border-b border-line px-3 py-1 text-xs text-muted">The fields as they are in the form now, taken from this run’s result.</p>
      ) : null}
      <ul>
        {fields.map((field, index) => (
          <FieldLine key={`${index} ${field.key}`} field={field} responseVariable={settled?.responseVariable ?? null} onEdit={() => onGoTo(`customDataFields.${index}.path`)} />
        ))}
      </ul>
    </div>
  );
}

function FieldLine({ field, responseVariable, onEdit }: { field: FieldResult; responseVariable: string | null; onEdit: () => void }) {
  const valuesId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { key, path, values, count, problem } = field;
  return (
    <li className="@container border-b border-line px-3 py-2">
      <div className="flex min-w-0 items-center gap-2">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={valuesId}
          disabled={count === 0}
          onClick={() => setIsOpen(!isOpen)}
          className="flex min-w-0 items-center gap-1 rounded-sm font-mono text-xs font-medium disabled:cursor-default"
        >
          <ChevronRight aria-hidden className={cn('size-3.5 shrink-0 text-faint transition-transform', isOpen && 'rotate-90', count === 0 && 'invisible')} />
          <span className="truncate">{key}</span>
        </button>
        <Badge tone={count === 0 ? 'warn' : 'neutral'}>{count === 0 ? 'no value' : countText(count, 'value')}</Badge>
        <code className="min-w-0 flex-1 truncate text-xs text-muted @max-md:hidden" title={path}>
          {path}
        </code>
        <span className="ml-auto flex shrink-0 items-center">
          {responseVariable === null ? null : <CopyButton value={`{${toResolvedNames(responseVariable).field(key)}}`} label={`Copy the reference to ${key}`} />}
          <Button size="sm" variant="ghost" aria-label={`Edit ${key}`} onClick={onEdit}>
            Edit
          </Button>
        </span>
      </div>
      {problem ? (
        <p className="mt-1 flex items-start gap-1 pl-4.5 text-xs text-warn">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {problem}
        </p>
      ) : null}
      <div id={valuesId} className="pl-4.5">
        {isOpen ? (
          <div className="mt-1 h-56 rounded-md border border-line">
            <JsonTree value={values} label={`Values of ${key}`} />
          </div>
        ) : count > 0 ? (
          <p className="truncate font-mono text-xs text-muted">{previewOf(values)}</p>
        ) : null}
      </div>
    </li>
  );
}

function previewOf(values: readonly JsonValue[]): string {
  const shown = values.slice(0, PREVIEW_COUNT).map((value) => JSON.stringify(value).slice(0, PREVIEW_LENGTH_MAX));
  return shown.join(', ') + (values.length > PREVIEW_COUNT ? ', …' : '');
}
