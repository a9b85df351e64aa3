import type { Turn } from '@/lib/engine/flow/turn';
import type { VariableAssignment } from '@/lib/engine/program/rule.schema';
import { toSnapshot } from './conversation-snapshot';
import { expandText, readSoleReference } from './expand-text';
import { setVariable, type Setter } from './set-variable';

/** Carries out assignments in order, so that a later one sees the earlier ones. A value that is only one reference keeps its type. */
export function assignVariables(turn: Turn, assignments: readonly VariableAssignment[], by: Setter): void {
  for (const { name, value, duration } of assignments) {
    const snapshot = toSnapshot(turn);
    setVariable(turn, { name: name.trim(), value: readSoleReference(value, snapshot) ?? toText(value, turn), duration, by });
  }
}

/** An unset sole reference leaves an empty text, as everywhere else. */
function toText(value: string, turn: Turn): string {
  return expandText(value, toSnapshot(turn));
}
