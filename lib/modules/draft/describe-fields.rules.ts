import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/engine/json';
import { isSameJson } from './same-json.rules';

/** A field of something, as it was and as it is; an empty text: there was or is nothing. */
export interface FieldChange {
  /** In words: `Tile 2 · Title`. */
  label: string;
  before: string;
  after: string;
}

/** Members that say nothing to people. */
const HIDDEN = new Set(['id', 'vendor', 'format']);
const LABELS: Readonly<Record<string, string>> = {
  kind: 'Type',
  next: 'Next action',
  preProcess: 'Pre-Process code',
  postProcess: 'Post-Process code',
  processUserResponse: 'Process User Response code',
  transformScript: 'Transform Result Script',
  delayMs: 'Delay (ms)',
  url: 'URL',
  json: 'JSON',
  interactionIds: 'Order of interactions',
  integrationId: 'Integration',
  intentId: 'Intent',
  entityId: 'Entity',
  interactionId: 'Interaction',
  dialogId: 'Dialog',
  globalFunctions: 'Code',
};

/**
 * What differs between two values, field by field. Entries of lists are told apart by their ids, else by their places.
 * A value that isn't there has no fields but those that the other one fills.
 */
export function describeFields(before: JsonValue | undefined, after: JsonValue | undefined, names: ReadonlyMap<string, string>): FieldChange[] {
  return diff({ before, after }, '', names);
}

interface Pair {
  before: JsonValue | undefined;
  after: JsonValue | undefined;
}

function diff({ before, after }: Pair, label: string, names: ReadonlyMap<string, string>): FieldChange[] {
  if (isSameJson(before ?? null, after ?? null)) return [];
  if (isDescribedWhole(before) || isDescribedWhole(after)) return toChange({ before, after }, label, names);
  if (isJsonObject(before) || isJsonObject(after)) return diffMembers({ before: toObject(before), after: toObject(after) }, label, names);
  if (isListOfObjects(before) || isListOfObjects(after)) return diffEntries({ before: toList(before), after: toList(after) }, label, names);
  return toChange({ before, after }, label, names);
}

/** Next actions and conditions are one thing to people. */
function isDescribedWhole(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && typeof value.kind === 'string' && !('name' in value) && !('values' in value) && !('rows' in value);
}

function diffMembers({ before, after }: { before: JsonObject; after: JsonObject }, label: string, names: ReadonlyMap<string, string>): FieldChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter((key) => !HIDDEN.has(key));
  return keys.flatMap((key) => diff({ before: before[key], after: after[key] }, join(label, LABELS[key] ?? toWords(key)), names));
}

type Entries = Map<string, { value: JsonObject; number: number }>;

function diffEntries({ before, after }: { before: JsonValue[]; after: JsonValue[] }, label: string, names: ReadonlyMap<string, string>): FieldChange[] {
  const [old, now] = [toEntries(before), toEntries(after)];
  const common = (entries: Entries, others: Entries) => [...entries.keys()].filter((key) => others.has(key));
  const isReordered = !isSameJson(common(old, now), common(now, old));
  const order = isReordered ? [{ label: join(label, 'order'), before: describeOrder(old, now), after: describeOrder(now, old) }] : [];
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))];
  const singular = label.replace(/ies$/, 'y').replace(/s$/, '');
  const changes = keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const entry = is ?? was;
    const name = entry && readName(entry.value);
    return diff({ before: was?.value, after: is?.value }, `${singular} ${name ?? entry?.number ?? ''}`, names);
  });
  return [...order, ...changes];
}

function toEntries(list: readonly JsonValue[]): Entries {
  return new Map(list.map((value, index) => [isJsonObject(value) && typeof value.id === 'string' ? value.id : String(index), { value: toObject(value), number: index + 1 }]));
}

function describeOrder(entries: Entries, others: Entries): string {
  return [...entries].filter(([key]) => others.has(key)).map(([, { value, number }]) => readName(value) ?? String(number)).join('\n');
}

function readName({ name, label, title, key }: JsonObject): string | null {
  const text = [name, label, title, key].find((each) => typeof each === 'string' && each !== '');
  return typeof text === 'string' ? `“${text.slice(0, 60)}”` : null;
}

function toChange({ before, after }: Pair, label: string, names: ReadonlyMap<string, string>): FieldChange[] {
  const change = { label, before: toText(before, names), after: toText(after, names) };
  return change.before === change.after ? [] : [change];
}

function toText(value: JsonValue | undefined, names: ReadonlyMap<string, string>): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return names.get(value) ?? value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((entry) => toText(entry, names)).join(isListOfObjects(value) ? '; ' : '\n');
  const { kind, ...rest } = value;
  const parts = Object.entries(rest).flatMap(([key, member]) => {
    const text = HIDDEN.has(key) ? '' : toText(member, names).replaceAll('\n', ', ');
    return text === '' || text === 'no' ? [] : [typeof member === 'string' || Array.isArray(member) ? text : `${toWords(key).toLowerCase()} ${text}`];
  });
  return [...(typeof kind === 'string' ? [kind.replaceAll('-', ' ')] : []), ...parts].join(' ');
}

function toObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function toList(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function isListOfObjects(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => isJsonObject(entry));
}

/** `sessionLengthMinutes` → `Session length minutes`. */
function toWords(member: string): string {
  const words = member.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function join(label: string, part: string): string {
  return label === '' ? part : `${label} · ${part.charAt(0).toLowerCase()}${part.slice(1)}`;
}
