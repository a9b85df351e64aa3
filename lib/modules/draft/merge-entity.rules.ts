import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/engine/json';
import { isSameJson } from './same-json.rules';

/** Two people's changes of one thing brought together. */
export interface MergedEntity {
  /** Where both changed the same member differently it is as mine. */
  merged: JsonValue;
  /** Members that both changed differently, dotted: `rules.r1.name`. Empty: nothing of anybody's is lost. */
  conflicts: string[];
}

/**
 * Merges what two people made of one thing, member by member. Lists of ids, and of things with an `id`, are merged entry by entry;
 * other lists and texts are one member. `null`: the thing isn't there.
 */
export function mergeEntity(base: JsonValue, mine: JsonValue, theirs: JsonValue): MergedEntity {
  const conflicts: string[] = [];
  return { merged: merge({ base, mine, theirs }, '', conflicts), conflicts };
}

interface Sides<Value = JsonValue> {
  base: Value;
  mine: Value;
  theirs: Value;
}

function merge({ base, mine, theirs }: Sides, path: string, conflicts: string[]): JsonValue {
  if (isSameJson(mine, theirs) || isSameJson(theirs, base)) return mine;
  if (isSameJson(mine, base)) return theirs;
  if (isJsonObject(base) && isJsonObject(mine) && isJsonObject(theirs)) return mergeObjects({ base, mine, theirs }, path, conflicts);
  const lists = [base, mine, theirs].map(toEntries);
  const [baseList, mineList, theirList] = lists;
  if (baseList && mineList && theirList) return mergeLists({ base: baseList, mine: mineList, theirs: theirList }, path, conflicts);
  conflicts.push(path);
  return mine;
}

function mergeObjects({ base, mine, theirs }: Sides<JsonObject>, path: string, conflicts: string[]): JsonObject {
  // A thing that changed its kind has other members: one side's whole thing is right, a mixture never is.
  if (base.kind !== mine.kind || base.kind !== theirs.kind) {
    conflicts.push(path);
    return mine;
  }
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const entries = [...keys].map((key) => [key, merge({ base: base[key] ?? null, mine: mine[key] ?? null, theirs: theirs[key] ?? null }, toPath(path, key), conflicts)] as const);
  // A member that isn't there and one that is null are the same to us, but not to the schema.
  return Object.fromEntries(entries.filter(([key, value]) => value !== null || key in base || (key in mine && key in theirs)));
}

type Entries = Map<string, JsonValue>;

/** A list by key when its entries have one: ids, or things with an id. Null: no such list, or one key stands twice. */
function toEntries(value: JsonValue): Entries | null {
  if (!Array.isArray(value)) return null;
  const entries: Entries = new Map();
  for (const entry of value) {
    const key = typeof entry === 'string' ? entry : isJsonObject(entry) && typeof entry.id === 'string' ? entry.id : null;
    if (key === null || entries.has(key)) return null;
    entries.set(key, entry);
  }
  return entries;
}

/** In the order of whoever changed it; what the other added stands after the entry it followed, what either removed is gone. */
function mergeLists({ base, mine, theirs }: Sides<Entries>, path: string, conflicts: string[]): JsonValue[] {
  const isMineReordered = !isSameJson(keep(mine, base), keep(base, mine));
  const [lead, other] = isMineReordered ? [mine, theirs] : [theirs, mine];
  // What one removed is gone, unless the other changed it.
  const isWanted = (key: string) => (lead.has(key) && other.has(key)) || !base.has(key) || !isSameJson((lead.get(key) ?? other.get(key)) ?? null, base.get(key) ?? null);
  const keys = [...lead.keys()].filter(isWanted);
  let previous: string | null = null;
  for (const key of other.keys()) {
    if (!lead.has(key) && isWanted(key)) keys.splice(previous === null ? 0 : keys.indexOf(previous) + 1, 0, key);
    if (keys.includes(key)) previous = key;
  }
  return keys.map((key) => {
    const [original, own, others] = [base.get(key), mine.get(key), theirs.get(key)];
    if (own !== undefined && others !== undefined) return merge({ base: original ?? null, mine: own, theirs: others }, toPath(path, key), conflicts);
    if (original !== undefined) conflicts.push(toPath(path, key));
    return own ?? others ?? null;
  });
}

function keep(list: Entries, others: Entries): string[] {
  return [...list.keys()].filter((key) => others.has(key));
}

function toPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
