import type { VariableRow } from '@/components/studio/environments/variable-rows';
import type { ConflictRow } from '@/components/ui/conflict-dialog';
import type { EnvironmentView } from '@/lib/modules/environment/environment.schema';

/** What the editor holds. */
export type EnvironmentValues = { name: string; description: string; rows: VariableRow[] };

/** Both versions line by line. Of secrets only whether they are there, and which are replaced here. */
export function toEnvironmentConflict(mine: EnvironmentValues, theirs: EnvironmentView): ConflictRow[] {
  const mineByKey = new Map(mine.rows.map((row) => [row.key.trim(), row.isSecret ? (row.value ? 'a new secret value' : 'secret') : (row.value ?? '')]));
  const theirsByKey = new Map(theirs.variables.map((variable) => [variable.key, variable.isSecret ? 'secret' : (variable.value ?? '')]));
  const keys = [...new Set([...mineByKey.keys(), ...theirsByKey.keys()])].filter((key) => key !== '');
  return [
    { label: 'Name', mine: mine.name, theirs: theirs.name },
    { label: 'Description', mine: mine.description, theirs: theirs.description },
    ...keys.map((key) => ({ label: key, mine: mineByKey.get(key) ?? null, theirs: theirsByKey.get(key) ?? null })),
  ];
}
