/**
 * A JSON document of exactly `bytes` bytes (at least 1,024): `{"transactions":[…],"padding":"…"}` with as many
 * transactions as fit. The last few documents are kept, so that a benchmark measures its client and not this function.
 */
export function buildLargeJson(bytes: number): Uint8Array<ArrayBuffer> {
  const kept = documentByBytes.get(bytes);
  if (kept) return kept;
  const built = build(bytes);
  const oldest = documentByBytes.keys().next().value;
  if (documentByBytes.size >= KEPT_COUNT_MAX && oldest !== undefined) documentByBytes.delete(oldest);
  documentByBytes.set(bytes, built);
  return built;
}

const documentByBytes = new Map<number, Uint8Array<ArrayBuffer>>();
const KEPT_COUNT_MAX = 2;
const HEAD = '{"transactions":[';
const MIDDLE = '],"padding":"';
const TAIL = '"}';

function build(bytes: number): Uint8Array<ArrayBuffer> {
  const rows: string[] = [];
  let length = HEAD.length + MIDDLE.length + TAIL.length;
  for (let index = 0; ; index += 1) {
    const row = toRow(index);
    if (length + row.length + 1 > bytes) break;
    rows.push(row);
    length += row.length + (index === 0 ? 0 : 1);
  }
  // Every character is ASCII, so characters count as bytes.
  return new TextEncoder().encode(`${HEAD}${rows.join(',')}${MIDDLE}${'x'.repeat(bytes - length)}${TAIL}`);
}

function toRow(index: number): string {
  return JSON.stringify({
    id: `txn-${String(index + 1).padStart(7, '0')}`,
    bookedOn: `2025-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    amount: ((index * 7919) % 200_000) / 100 - 1_000,
    currency: 'EUR',
    text: `Booking number ${index + 1}`,
    tags: ['sample', index % 2 === 0 ? 'even' : 'odd'],
  });
}
