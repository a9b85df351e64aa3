import type { CallMode } from '@/lib/modules/conversation/conversation.schema';

/** The ways a preview can call an integration, by the key of a choice. */
export const callModeOptions: readonly { key: string; label: string; mode: CallMode }[] = [
  { key: 'live', label: 'Live: call the API', mode: { kind: 'live' } },
  { key: 'sample', label: 'Sample: the saved response', mode: { kind: 'sample' } },
  { key: 'slow', label: 'Chaos: slow, 5 s', mode: { kind: 'chaos', fault: 'slow' } },
  { key: 'too-many-requests', label: 'Chaos: 429 Too many requests', mode: { kind: 'chaos', fault: 'too-many-requests' } },
  { key: 'server-error', label: 'Chaos: 500 Server error', mode: { kind: 'chaos', fault: 'server-error' } },
  { key: 'malformed', label: 'Chaos: malformed response', mode: { kind: 'chaos', fault: 'malformed' } },
  { key: 'empty', label: 'Chaos: empty response', mode: { kind: 'chaos', fault: 'empty' } },
  { key: 'connection-refused', label: 'Chaos: connection refused', mode: { kind: 'chaos', fault: 'connection-refused' } },
];

/** The key of the choice that stands for a mode. */
export function keyOfCallMode(mode: CallMode): string {
  return mode.kind === 'chaos' ? mode.fault : mode.kind;
}

/** A mode in words. */
export function describeCallMode(mode: CallMode): string {
  return callModeOptions.find(({ key }) => key === keyOfCallMode(mode))?.label ?? mode.kind;
}
