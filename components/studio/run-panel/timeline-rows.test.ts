import { describe, expect, it } from 'vitest';

import { buildRun } from '@/components/studio/run-panel/build-run.fixture';
import { buildTimelineRows, findTimelineEndMs, sumPhases } from '@/components/studio/run-panel/timeline-rows';
import type { Hop } from '@/lib/modules/integration-run/run-record.schema';

const hop = (change: Partial<Hop> = {}): Hop => ({
  method: 'GET',
  url: 'http://bank.test/a',
  status: 200,
  address: '127.0.0.1',
  startMs: 10,
  endMs: 100,
  timings: { dnsMs: 5, connectMs: 10, tlsMs: null, firstByteMs: 50, downloadMs: 20 },
  ...change,
});
const attempt = (change: object = {}) => ({ number: 1, startMs: 10, endMs: 100, hops: [hop()], retryReason: null, waitMs: null, ...change });

describe('buildTimelineRows', () => {
  it('places phases one after the other, the answer at the end', () => {
    const [, row] = buildTimelineRows(buildRun({ attempts: [attempt()] }));
    expect(row?.spans).toEqual([
      { phase: 'dns', startMs: 10, endMs: 15 },
      { phase: 'connect', startMs: 15, endMs: 25 },
      { phase: 'first-byte', startMs: 30, endMs: 80 },
      { phase: 'download', startMs: 80, endMs: 100 },
    ]);
  });

  it('tells preparing, redirects, waits with their reason, and the script', () => {
    const script = { durationMs: 4, failure: null, console: [], consoleDroppedCount: 0, variables: [], transformedText: null };
    const retried = attempt({ hops: [hop({ status: 302 }), hop()], retryReason: 'The server answered with status 429.', waitMs: 50 });
    const rows = buildTimelineRows(buildRun({ script, attempts: [retried, attempt({ number: 2, startMs: 151, endMs: 200 })] }));
    expect(rows.map(({ title, startMs, endMs }) => [title, startMs, endMs])).toEqual([
      ['Preparing', 0, 10],
      ['Try 1', 10, 100],
      ['Redirect 1', 10, 100],
      ['Wait', 100, 151],
      ['Try 2', 10, 100],
      ['Script', 200, 204],
    ]);
    expect(rows[3]?.detail).toBe('The server answered with status 429.');
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('shows time that no answer came in', () => {
    const timings = { dnsMs: 5, connectMs: 10, tlsMs: null, firstByteMs: null, downloadMs: null };
    const [row] = buildTimelineRows(buildRun({ attempts: [attempt({ startMs: 0, hops: [hop({ status: null, timings })] })] }));
    expect(row?.spans.at(-1)).toEqual({ phase: 'unanswered', startMs: 25, endMs: 100 });
  });

  it('shows a try that never reached the wire', () => {
    const rows = buildTimelineRows(buildRun({ attempts: [attempt({ startMs: 0, hops: [] })] }));
    expect(rows).toMatchObject([{ title: 'Try 1', spans: [{ phase: 'unanswered' }] }]);
  });

  it('adds phases up over all tries', () => {
    const rows = buildTimelineRows(buildRun({ attempts: [attempt(), attempt({ number: 2 })] }));
    expect(sumPhases(rows).get('first-byte')).toBe(100);
  });

  it('never ends at nothing', () => {
    expect(findTimelineEndMs(buildRun({ durationMs: 0, attempts: [] }), [])).toBe(1);
  });
});
