import type { JsonValue } from '@/lib/engine/json';
import type { VariableSnapshot } from './variable-snapshot.schema';

/**
 * A variable under its bare name, as `getBotVariable` takes it: `city`, `slot.city`, `X.key`, `X.key.count`, `api_X`, `api_XStatus`.
 * A field with one value gives that value, with several the list of them. Undefined when unset.
 * Source: conversation-builder reference, sections 1.7, 5.2 and 7.6.
 */
export function readBareVariable(name: string, { bot, slot, fields, responses }: VariableSnapshot): JsonValue | undefined {
  if (Object.hasOwn(bot, name)) return bot[name];
  if (Object.hasOwn(fields, name)) {
    const values = fields[name] ?? [];
    return values.length > 1 ? values : values[0];
  }
  if (name.endsWith('.count')) {
    const field = name.slice(0, -'.count'.length);
    if (Object.hasOwn(fields, field)) return fields[field]?.length;
  }
  if (name.startsWith('slot.')) {
    const slotName = name.slice('slot.'.length);
    return Object.hasOwn(slot, slotName) ? slot[slotName] : undefined;
  }
  return Object.hasOwn(responses, name) ? responses[name] : undefined;
}
