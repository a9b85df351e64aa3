import { toCellText } from '@/components/studio/json/json-table-rows';
import { Badge } from '@/components/ui/badge';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

type ScriptVariable = NonNullable<RunRecord['script']>['variables'][number];

const TEXT_LENGTH_MAX = 500;

/** The bot variables that a script set. */
export function ScriptVariables({ variables }: { variables: readonly ScriptVariable[] }) {
  if (variables.length === 0) return null;
  return (
    <div className="max-h-32 shrink-0 overflow-y-auto border-b border-line px-3 py-1.5 text-xs">
      <p className="mb-1 text-muted">Variables set by the script</p>
      <ul className="flex flex-col gap-1">
        {variables.map(({ name, value, scope }) => (
          <li key={name} className="flex min-w-0 items-center gap-2">
            <code className="shrink-0 text-code-key">{name}</code>
            <code className="min-w-0 truncate" title={toText(value)}>
              {toText(value)}
            </code>
            <Badge className="ml-auto">{scope}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

function toText(value: ScriptVariable['value']): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : toCellText(value);
  return text.slice(0, TEXT_LENGTH_MAX);
}
