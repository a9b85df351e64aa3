import type { FaultIssue } from '@/lib/engine/fault';
import type { VariableUpdate } from '@/lib/modules/environment/environment.schema';

/** What is known of a stored variable without opening it: a secret's value is null. */
interface StoredVariable {
  key: string;
  isSecret: boolean;
  value: string | null;
}

/** What becomes of a variable: `secret` is to be sealed, `kept-secret` keeps its envelope. */
export type MergedVariable =
  | { kind: 'plain'; key: string; value: string }
  | { kind: 'secret'; key: string; value: string }
  | { kind: 'kept-secret'; key: string };

/**
 * Joins a changed list with the stored one. Values left out stay, found by key. A secret never becomes readable:
 * making one plain needs its value anew. `issues` is empty when all fits; its paths begin at `variables`.
 */
export function mergeVariables(stored: StoredVariable[], updates: VariableUpdate[]) {
  const storedByKey = new Map(stored.map((variable) => [variable.key, variable]));
  const issues: FaultIssue[] = [];
  const merged = updates.flatMap((update, index): MergedVariable[] => {
    const { key, isSecret } = update;
    const before = storedByKey.get(key);
    const value = update.value ?? before?.value ?? null;
    const refuse = (message: string) => {
      issues.push({ path: ['variables', index, 'value'], message });
      return [];
    };
    if (isSecret) {
      if (update.value) return [{ kind: 'secret', key, value: update.value }];
      if (before?.isSecret) return [{ kind: 'kept-secret', key }];
      return before?.value ? [{ kind: 'secret', key, value: before.value }] : refuse('Enter the secret value.');
    }
    if (value === null && before?.isSecret) return refuse('Enter the value anew: a stored secret can’t be made readable.');
    return [{ kind: 'plain', key, value: value ?? '' }];
  });
  return { merged, issues };
}
