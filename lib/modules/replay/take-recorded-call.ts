import type { CallResult } from '@/lib/engine/call-result.schema';
import type { RecordedCall } from './replay.schema';

/**
 * Takes the first recorded answer of an integration out of `unused`. Without one the call ends as `interrupted`: making an answer up
 * would hide that the bot now calls something else.
 */
export function takeRecordedCall(unused: RecordedCall[], integrationId: string): { result: CallResult; wasRecorded: boolean } {
  const index = unused.findIndex((call) => call.integrationId === integrationId);
  const [call] = index === -1 ? [] : unused.splice(index, 1);
  return call ? { result: call.result, wasRecorded: true } : { result: NOT_RECORDED, wasRecorded: false };
}

const NOT_RECORDED: CallResult = {
  outcome: 'interrupted',
  summary: 'Not recorded: the conversation had no such call at this place, so there is no answer to give.',
  status: null,
  fields: {},
  variables: [],
  runId: null,
  durationMs: 0,
};
