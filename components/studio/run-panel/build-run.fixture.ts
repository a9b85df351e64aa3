import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** A run for tests: a successful GET in one try; `change` says what is different. */
export function buildRun(change: Partial<RunRecord> = {}): RunRecord {
  const bodyText = '{"accounts":[{"id":"a1"},{"id":"a2"}],"total":2}';
  const run: RunRecord = {
    id: 'run-1',
    integrationId: 'integration-1',
    startedAt: '2025-01-01T00:00:00.000Z',
    durationMs: 143,
    mode: 'live',
    outcome: { kind: 'success', status: 200 },
    variables: [],
    request: { method: 'GET', url: 'http://bank.test/accounts', headers: [], body: null },
    warnings: [],
    attempts: [{ number: 1, startMs: 0, endMs: 140, hops: [], retryReason: null, waitMs: null }],
    response: { status: 200, statusText: 'OK', headers: [], format: 'json', charset: 'utf-8', bodyBytes: 2_355, bodyText },
    documentText: null,
    script: null,
    fields: [],
  };
  return { ...run, ...change };
}
