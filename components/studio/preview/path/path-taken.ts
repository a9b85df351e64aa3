import type { TraceEntry } from '@/lib/engine/trace.schema';

/** What a turn went through, for lighting it up in the list and in the map. */
export type PathTaken = {
  conversationId: string;
  turnNumber: number;
  dialogIds: ReadonlySet<string>;
  interactionIds: ReadonlySet<string>;
  /** Rules that matched. */
  ruleIds: ReadonlySet<string>;
  /** Where the turn ended: the last interaction entered; null when there was none. */
  lastInteractionId: string | null;
};

/** Collects the path from a turn's trace. What was only tried, or skipped, is not part of it. */
export function collectPath(trace: readonly TraceEntry[]): Omit<PathTaken, 'conversationId' | 'turnNumber'> {
  const dialogIds = new Set<string>();
  const interactionIds = new Set<string>();
  const ruleIds = new Set<string>();
  let lastInteractionId: string | null = null;
  for (const entry of trace) {
    if (entry.kind === 'dialog-entered') dialogIds.add(entry.dialogId);
    if (entry.kind === 'interaction-entered') {
      interactionIds.add(entry.interactionId);
      lastInteractionId = entry.interactionId;
    }
    if (entry.kind === 'rule-tried' && entry.matched) {
      interactionIds.add(entry.interactionId);
      ruleIds.add(entry.ruleId);
    }
  }
  return { dialogIds, interactionIds, ruleIds, lastInteractionId };
}
