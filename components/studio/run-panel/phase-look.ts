import type { Phase } from '@/components/studio/run-panel/timeline-rows';

/** How a phase is named and drawn; in order of time. Waits and missing answers are outlined, as nothing moves in them. */
export const lookByPhase: Record<Phase, { label: string; style: string }> = {
  prepare: { label: 'Preparing', style: 'bg-faint/40' },
  dns: { label: 'DNS', style: 'bg-faint' },
  connect: { label: 'Connect', style: 'bg-code-number' },
  tls: { label: 'TLS', style: 'bg-code-literal' },
  'first-byte': { label: 'Waiting for the first byte', style: 'bg-code-string' },
  download: { label: 'Download', style: 'bg-code-key' },
  unanswered: { label: 'No answer', style: 'border border-bad bg-bad-soft' },
  wait: { label: 'Wait before the next try', style: 'border border-dashed border-line-strong' },
  script: { label: 'Script', style: 'bg-accent' },
};

/** The phases that occur, in order of time. */
export function phasesOf(rows: readonly { spans: readonly { phase: Phase }[] }[]): Phase[] {
  const found = new Set(rows.flatMap((row) => row.spans.map((span) => span.phase)));
  // The keys of a record of phases are phases.
  return (Object.keys(lookByPhase) as Phase[]).filter((phase) => found.has(phase));
}
