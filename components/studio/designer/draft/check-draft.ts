import type { FaultIssue } from '@/lib/engine/fault';
import { integrationDefinitionSchema, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import { toDefinitionInput, type IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';

/** A draft checked by the API's own schema. */
export type CheckedDraft = { kind: 'valid'; definition: IntegrationDefinition } | { kind: 'invalid'; issues: FaultIssue[] };

/** Checks a draft as saving does; issues are in the order of the form. */
export function checkDraft(draft: IntegrationDraft): CheckedDraft {
  const parsed = integrationDefinitionSchema.safeParse(toDefinitionInput(draft));
  if (parsed.success) return { kind: 'valid', definition: parsed.data };
  const issues = parsed.error.issues.map((issue): FaultIssue => {
    const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
    return { path, message: messageAt(path) ?? issue.message };
  });
  return { kind: 'invalid', issues };
}

/**
 * Checks a draft as running does: what only matters once it is saved, its name and response variable, may still be missing.
 */
export function checkForRun(draft: IntegrationDraft): CheckedDraft {
  return checkDraft({ ...draft, name: draft.name.trim() || 'Unnamed integration', responseVariable: draft.responseVariable || 'RESPONSE' });
}

/** The form shows these numbers in other units than the schema, so the form says what is wrong. */
function messageAt(path: readonly (string | number)[]): string | null {
  const [field, detail] = path;
  if (field === 'timeoutMs') return 'Enter a number of seconds from 1 to 120.';
  if (field === 'responseBytesMax') return 'Enter a size in megabytes from 0.001 to 50.';
  if (field === 'retry' && detail === 'retryCountMax') return 'Enter a whole number from 0 to 5.';
  if (field === 'success' && path.length > 2) return 'Enter status codes from 100 to 599, separated by commas.';
  return null;
}
