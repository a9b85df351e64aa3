import type { RunHeader } from '@/lib/modules/integration-run/run-record.schema';

/** The same thing of two runs; null where one lacks it. */
export type ComparedPair = { name: string; before: string | null; after: string | null; isEqual: boolean };

/** Puts the headers of two responses beside each other, by name, those that differ first. Repeated headers are joined. */
export function compareHeaders(before: readonly RunHeader[], after: readonly RunHeader[]): ComparedPair[] {
  const [left, right] = [byName(before), byName(after)];
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  const pairs = names.map((name) => {
    const values = { before: left.get(name) ?? null, after: right.get(name) ?? null };
    return { name, ...values, isEqual: values.before === values.after };
  });
  return pairs.sort((a, b) => Number(a.isEqual) - Number(b.isEqual));
}

function byName(headers: readonly RunHeader[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const known = values.get(key);
    values.set(key, known === undefined ? value : `${known}, ${value}`);
  }
  return values;
}
