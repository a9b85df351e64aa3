import { readValue } from '@/components/studio/preview/state/typed-value';
import type { CallResult } from '@/lib/engine/call-result.schema';
import type { JsonValue } from '@/lib/engine/json';
import { callOutcomeKindSchema, type CallOutcomeKind } from '@/lib/engine/program/condition.schema';
import type { JournalEntry } from '@/lib/modules/conversation/conversation.schema';
import type { EditedCall } from '@/lib/modules/replay/replay.schema';

/** The answer of a recorded call as it is being written. `documentText` is JSON; empty for no document. */
export type AnswerDraft = { key: string; integrationId: string; outcome: CallOutcomeKind; status: string; documentText: string };

/** Ways a call can end, for choosing. */
export const outcomeChoices: readonly CallOutcomeKind[] = callOutcomeKindSchema.options;

/** The calls of a turn whose answers were recorded. */
export function toAnswerDrafts(journal: readonly JournalEntry[]): AnswerDraft[] {
  return journal.flatMap(({ key, integrationId, result }) => {
    if (result?.kind !== 'call-finished' || integrationId === null) return [];
    return [{ key, integrationId, ...toFields(result.result) }];
  });
}

/** Ways to end before there is an answer. */
const OUTCOMES_WITHOUT_ANSWER: readonly CallOutcomeKind[] = ['timeout', 'connection-failed', 'blocked-address', 'invalid-request', 'credential-failed', 'cancelled', 'interrupted'];

/** The answer with another outcome, and with a status and a result that can go with it. */
export function chooseOutcome(answer: AnswerDraft, outcome: CallOutcomeKind): AnswerDraft {
  if (OUTCOMES_WITHOUT_ANSWER.includes(outcome)) return { ...answer, outcome, status: '', documentText: '' };
  const isGoodStatus = /^2\d\d$/.test(answer.status.trim());
  if (outcome === 'http-failure') return { ...answer, outcome, status: isGoodStatus || answer.status.trim() === '' ? '500' : answer.status };
  return { ...answer, outcome, status: isGoodStatus ? answer.status : '200' };
}

/** What an integration's custom data fields give for a document. */
export type CaptureFields = (integrationId: string, document: JsonValue) => Record<string, JsonValue[]>;

/** What differs from the recording, as the API takes it; or what is wrong, by the call's key. */
export type ReadAnswers = { ok: true; calls: EditedCall[] } | { ok: false; problems: Map<string, string> };

/** Reads the answers that were changed; custom data fields are captured from them anew. */
export function readAnswers(drafts: readonly AnswerDraft[], recorded: readonly AnswerDraft[], captureFields: CaptureFields): ReadAnswers {
  const problems = new Map<string, string>();
  const calls: EditedCall[] = [];
  for (const draft of drafts) {
    const before = recorded.find(({ key }) => key === draft.key);
    const isChanged = draft.outcome !== before?.outcome || draft.status !== before.status || draft.documentText !== before.documentText;
    if (!isChanged) continue;
    const read = readAnswer(draft, captureFields);
    if (typeof read === 'string') problems.set(draft.key, read);
    else calls.push({ key: draft.key, result: read });
  }
  return problems.size > 0 ? { ok: false, problems } : { ok: true, calls };
}

function readAnswer(draft: AnswerDraft, captureFields: CaptureFields): EditedCall['result'] | string {
  const status = draft.status.trim() === '' ? null : Number(draft.status);
  if (status !== null && !(Number.isInteger(status) && status >= 100 && status <= 599)) return 'Enter a status from 100 to 599, or nothing.';
  const document = readValue(draft.documentText.trim() === '' ? 'null' : draft.documentText, 'json');
  if (!document.ok) return document.problem;
  return { outcome: draft.outcome, status, summary: 'Edited in the preview', document: document.value, fields: captureFields(draft.integrationId, document.value) };
}

function toFields({ outcome, status, document }: CallResult): Omit<AnswerDraft, 'key' | 'integrationId'> {
  return { outcome, status: status === null ? '' : String(status), documentText: document === undefined ? '' : JSON.stringify(document, null, 2) };
}
