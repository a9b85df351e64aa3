import type { JsonValue } from '@/lib/engine/json';

/** Entries that a choice or button may have. */
const ENTRY_COUNT_MAX = 20;

/** What was written as metadata: its entries, or what is wrong with it. */
export type MetadataRead = { kind: 'valid'; metadata: JsonValue[] } | { kind: 'invalid'; problem: string };

/** Reads metadata as a designer writes it: a JSON list of entries; nothing means none, and one entry needs no brackets. */
export function readMetadata(text: string): MetadataRead {
  if (text.trim() === '') return { kind: 'valid', metadata: [] };
  let value: JsonValue;
  try {
    // JSON is all that `parse` can give.
    value = JSON.parse(text) as JsonValue;
  } catch {
    return { kind: 'invalid', problem: 'This is not valid JSON yet; what was valid last is kept.' };
  }
  const metadata = Array.isArray(value) ? value : [value];
  if (metadata.length > ENTRY_COUNT_MAX) return { kind: 'invalid', problem: `Use at most ${ENTRY_COUNT_MAX} entries.` };
  return { kind: 'valid', metadata };
}
