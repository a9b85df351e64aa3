import type { DraftConflict } from '@/components/studio/draft/draft-state';
import { isJsonObject, type JsonValue } from '@/lib/engine/json';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { readPlace } from '@/lib/modules/draft/apply-changes.rules';
import { mergeEntity } from '@/lib/modules/draft/merge-entity.rules';

/** One member that both changed, as text. */
export interface ConflictRow {
  /** Dotted; empty for the thing as a whole. */
  member: string;
  mine: string;
  theirs: string;
}

/** What differs in a conflict between this window's content and the server's. */
export function listConflictRows({ place, ancestor }: DraftConflict, mine: BotContent, theirs: BotContent): ConflictRow[] {
  const [own, other] = [readPlace(mine, place), readPlace(theirs, place)];
  const { conflicts } = mergeEntity(readPlace(ancestor, place), own, other);
  return conflicts.map((member) => ({ member, mine: toText(readMember(own, member)), theirs: toText(readMember(other, member)) }));
}

function readMember(value: JsonValue, path: string): JsonValue {
  if (path === '') return value;
  return path.split('.').reduce<JsonValue>((now, step) => {
    // Entries of a list stand under their ids.
    if (Array.isArray(now)) return now.find((entry) => entry === step || (isJsonObject(entry) && entry.id === step)) ?? null;
    return isJsonObject(now) ? (now[step] ?? null) : null;
  }, value);
}

function toText(value: JsonValue): string {
  if (value === null) return 'deleted';
  if (value === '') return 'empty';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
