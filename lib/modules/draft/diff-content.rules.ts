import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { readPlace } from './apply-changes.rules';
import type { DraftChange, DraftCollection, DraftPlace } from './draft-change.schema';
import { isSameJson } from './same-json.rules';

const PARTS = ['settings', 'globalFunctions', 'dialogIds', 'vendor'] as const;
const COLLECTIONS: readonly DraftCollection[] = ['dialogs', 'interactions', 'intents', 'entities'];

/**
 * The changes that lead from one content to another, one for each place that differs. Parts that are the same object in both cost nothing,
 * so that it is quick on contents that share what didn't change.
 */
export function diffContent(before: BotContent, after: BotContent): DraftChange[] {
  const parts = PARTS.map((part): DraftPlace => [part]);
  const members = COLLECTIONS.flatMap((collection) => listDifferingIds(before[collection], after[collection]).map((id): DraftPlace => [collection, id]));
  return [...parts, ...members]
    .map((place) => ({ place, before: readPlace(before, place), after: readPlace(after, place) }))
    .filter((change) => !isSameJson(change.before, change.after));
}

/** The changes that undo given ones: in the opposite order, each the other way round. */
export function invertChanges(changes: readonly DraftChange[]): DraftChange[] {
  return changes.map(({ place, before, after }) => ({ place, before: after, after: before })).reverse();
}

function listDifferingIds(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  if (before === after) return [];
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => before[id] !== after[id]);
}
