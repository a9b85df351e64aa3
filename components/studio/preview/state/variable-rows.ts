import { readValue, typeOfValue, writeValue, type ValueType } from '@/components/studio/preview/state/typed-value';
import type { JsonValue } from '@/lib/engine/json';
import { UNUSABLE_NAME } from '@/lib/engine/variables/unusable-name';
import type { ConversationVariables } from '@/lib/modules/conversation/conversation.schema';

/** Where a variable can be set. */
export type VariableScope = 'session' | 'permanent' | 'dialog' | 'slot' | 'web-view' | 'request';

/** A variable as it is being written. */
export type VariableRow = { key: number; scope: VariableScope; name: string; type: ValueType; text: string };

/** What rows say once they are read: the variables, or what is wrong with each row by its key. */
export type ReadRows = { ok: true; variables: { scope: VariableScope; name: string; value: JsonValue }[] } | { ok: false; problems: Map<number, string> };

/** An empty row; keys grow, so that a row keeps its fields when others go. */
export function newRow(rows: readonly VariableRow[], row: Partial<Omit<VariableRow, 'key'>> = {}): VariableRow {
  return { scope: 'session', name: '', type: 'text', text: '', ...row, key: Math.max(0, ...rows.map(({ key }) => key)) + 1 };
}

/** Variables as rows. */
export function toRows(variables: Readonly<Record<string, JsonValue>>): VariableRow[] {
  return Object.entries(variables).map(([name, value], index) => ({ key: index + 1, scope: 'session', name, type: typeOfValue(value), text: writeValue(value) }));
}

/** Reads the rows; those without a name and a value are left out, a name twice in one scope is a mistake. */
export function readRows(rows: readonly VariableRow[]): ReadRows {
  const problems = new Map<number, string>();
  const variables: { scope: VariableScope; name: string; value: JsonValue }[] = [];
  for (const { key, scope, name, type, text } of rows) {
    if (name.trim() === '' && text === '') continue;
    const value = readValue(text, type);
    if (name.trim() === '') problems.set(key, 'Enter a name.');
    else if (name.trim() === UNUSABLE_NAME) problems.set(key, `A variable can’t be called ${UNUSABLE_NAME}.`);
    else if (variables.some((other) => other.scope === scope && other.name === name.trim())) problems.set(key, 'This name is there already.');
    else if (!value.ok) problems.set(key, value.problem);
    else variables.push({ scope, name: name.trim(), value: value.value });
  }
  return problems.size > 0 ? { ok: false, problems } : { ok: true, variables };
}

/** What a conversation remembered, as rows; nothing when that was not kept. */
export function toScopedRows(variables: ConversationVariables | null): VariableRow[] {
  if (!variables) return [];
  const byScope: [VariableScope, Readonly<Record<string, JsonValue>>][] = [
    ['session', variables.session],
    ['slot', variables.slots],
    ['dialog', variables.dialog],
    ['permanent', variables.permanent],
    ['web-view', variables.webView],
  ];
  const rows = byScope.flatMap(([scope, values]) => toRows(values).map((row) => ({ ...row, scope })));
  return rows.map((row, index) => ({ ...row, key: index + 1 }));
}

/** The variables that differ between rows; null removes one. Rows that can't be read are left out. */
export function listChanges(before: readonly VariableRow[], after: readonly VariableRow[]): { scope: VariableScope; name: string; value: JsonValue }[] {
  const [then, now] = [readRows(before), readRows(after)];
  const [known, wanted] = [then.ok ? then.variables : [], now.ok ? now.variables : []];
  const isSamePlace = (a: { scope: string; name: string }, b: { scope: string; name: string }) => a.scope === b.scope && a.name === b.name;
  const removed = known.filter((variable) => !wanted.some((other) => isSamePlace(other, variable))).map((variable) => ({ ...variable, value: null }));
  const changed = wanted.filter((variable) => JSON.stringify(known.find((other) => isSamePlace(other, variable))?.value) !== JSON.stringify(variable.value));
  return [...removed, ...changed];
}
