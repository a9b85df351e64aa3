import type { BotGraph } from '@/components/studio/map/bot-graph';

/** Ids of the dialogs and interactions whose name or words hold the query; none for an empty one. */
export function findInGraph({ dialogs, interactions }: BotGraph, query: string): ReadonlySet<string> {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return new Set();
  const holds = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  return new Set([
    ...dialogs.filter(({ name, starter }) => holds(name, starter)).map(({ id }) => id),
    ...interactions.filter(({ name, line }) => holds(name, line)).map(({ id }) => id),
  ]);
}
