import type { CallResult } from '@/lib/engine/call-result.schema';
import type { Turn } from '@/lib/engine/flow/turn';
import type { ProgramIntegration } from '@/lib/engine/program/program.schema';
import { setVariable, writeOwn } from '@/lib/engine/variables/set-variable';

/**
 * Remembers what a call gave: the document, the status, the fields (all of them, so that a count is 0 where nothing was
 * captured) and the variables that its transform result script set. Source: conversation-builder reference, section 1.4.
 */
export function storeCallResult(turn: Turn, { id, responseVariable, fieldKeys }: ProgramIntegration, result: CallResult): void {
  const { state } = turn;
  const name = `api_${responseVariable}`;
  if (result.document === undefined) delete state.responses[name];
  else writeOwn(state.responses, name, result.document);
  turn.newResponses.add(name);
  writeOwn(state.responseStatuses, name, result.status);
  for (const key of fieldKeys) writeOwn(state.fields, `${responseVariable}.${key}`, []);
  for (const [key, values] of Object.entries(result.fields)) writeOwn(state.fields, `${responseVariable}.${key}`, values);
  state.lastCall = { integrationId: id, outcome: result.outcome, status: result.status };
  turn.snapshot = null;
  for (const { name: variable, value, scope } of result.variables) setVariable(turn, { name: variable, value, duration: scope, by: 'transform' });
}
