import type { JsonValue } from '@/lib/engine/json';
import { emptyBotContent, type BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftChange, DraftPlace } from './draft-change.schema';

/**
 * A content with places set to their `after`, in order; what doesn't change is shared with the old one. Nothing is compared and
 * nothing is parsed: the changes are ours, or went through `parseChanges`.
 */
export function applyChanges(content: BotContent, changes: readonly DraftChange[]): BotContent {
  const next: BotContent = { ...content };
  const copied = new Set<string>();
  for (const { place, after } of changes) {
    if (place.length === 1) {
      setPart(next, place[0], after);
      continue;
    }
    const [collection, id] = place;
    if (!copied.has(collection)) next[collection] = { ...next[collection] } as never; // A copy of a collection has its type.
    copied.add(collection);
    setMember(next[collection], id, after);
  }
  return next;
}

/** The value at a place; null when nothing is there. */
export function readPlace(content: BotContent, place: DraftPlace): JsonValue {
  const value = place.length === 1 ? content[place[0]] : readMember(content[place[0]], place[1]);
  // What the content's schema describes is JSON; only its optional members lack the index signature.
  return (value ?? null) as JsonValue;
}

function readMember(members: Record<string, unknown>, id: string): unknown {
  return Object.hasOwn(members, id) ? members[id] : undefined;
}

type Part = Extract<DraftPlace, [string]>[0];

function setPart(content: BotContent, part: Part, after: JsonValue): void {
  if (part === 'vendor' && after === null) delete content.vendor;
  else Object.assign(content, { [part]: after ?? emptyBotContent()[part] }); // A change's value has the shape of its place.
}

function setMember(members: Record<string, unknown>, id: string, after: JsonValue): void {
  if (after === null) delete members[id];
  else members[id] = after;
}
