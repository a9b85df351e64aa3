import type { z } from 'zod';
import { Fault, type FaultIssue } from '@/lib/engine/fault';
import { isJsonObject, type JsonValue } from '@/lib/engine/json';
import { botContentSchema, emptyBotContent } from '@/lib/engine/program/bot-content.schema';
import { readPlace } from './apply-changes.rules';
import type { DraftChange, DraftPlace } from './draft-change.schema';

/**
 * Changes with their values in the shape of their places, defaults filled in, one for each place: of several the first `before`
 * and the last `after`. `before` is taken as it is where it has no such shape; then it equals nothing and the change is refused later.
 * @throws Fault `draft/invalid` with every field and reason
 */
export function parseChanges(changes: readonly DraftChange[]): DraftChange[] {
  const issues: FaultIssue[] = [];
  const changeByPlace = new Map<string, DraftChange>();
  changes.forEach(({ place, before, after }, index) => {
    const parsed = parseValue(place, after);
    if (parsed.issues.length > 0) issues.push(...parsed.issues.map((issue) => ({ ...issue, path: ['changes', index, 'after', ...issue.path] })));
    const key = place.join('/');
    const earlier = changeByPlace.get(key);
    changeByPlace.set(key, { place, before: earlier ? earlier.before : parseValue(place, before).value, after: parsed.value });
  });
  const [first] = issues;
  if (first) throw new Fault('invalid', 'draft/invalid', `The change can't be stored. ${nameField(first)}: ${first.message}`, { issues });
  return [...changeByPlace.values()];
}

function parseValue(place: DraftPlace, value: JsonValue): { value: JsonValue; issues: FaultIssue[] } {
  if (value === null) return { value: toAbsent(place), issues: [] };
  const parsed = toSchema(place).safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))), message: issue.message }));
    return { value, issues };
  }
  const id = place[1];
  const data = toJson(parsed.data);
  const hasOtherId = id !== undefined && isJsonObject(data) && data.id !== id;
  return { value: data, issues: hasOtherId ? [{ path: ['id'], message: `Use the id of the place, “${id}”.` }] : [] };
}

function toAbsent([part, id]: DraftPlace): JsonValue {
  return id !== undefined || part === 'vendor' ? null : readPlace(emptyBotContent(), [part as 'settings']); // The other places without an id.
}

function toSchema([part, id]: DraftPlace): z.ZodType {
  const { dialogs, interactions, intents, entities, ...parts } = botContentSchema.shape;
  if (id === undefined) return parts[part as keyof typeof parts]; // Only these places have no id.
  const collections = { dialogs, interactions, intents, entities };
  return collections[part as keyof typeof collections].unwrap().valueType;
}

/** What our schemas give is JSON but for members that are undefined. */
function toJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}

function nameField({ path }: FaultIssue): string {
  const fields = path.slice(3).join('.');
  return fields === '' ? 'The value' : fields;
}
