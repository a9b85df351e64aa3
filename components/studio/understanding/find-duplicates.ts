import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { normalizeText } from '@/lib/engine/text/normalize-text';

/** A remark on each line that says what another one says already, by the line's index. */
export type DuplicateRemarks = ReadonlyMap<number, string>;

/** Training phrases that stand twice in the intent or also in another one; case, blanks and punctuation at the end don't count. */
export function findDuplicatePhrases(intents: BotContent['intents'], intentId: string): DuplicateRemarks {
  const others = new Map<string, string>();
  for (const intent of Object.values(intents)) {
    if (intent.id === intentId) continue;
    for (const phrase of intent.phrases) others.set(toKey(phrase), intent.name);
  }
  return findDuplicates(intents[intentId]?.phrases ?? [], toKey, (key) => {
    const owner = others.get(key);
    return owner === undefined ? null : `Also in “${owner}”`;
  });
}

/** Values of an entity that stand twice; only the first one counts. The part after `~` makes no difference. */
export function findDuplicateValues(values: readonly string[]): DuplicateRemarks {
  return findDuplicates(values, (value) => toKey(value.split('~')[0] ?? ''), () => null);
}

function findDuplicates(lines: readonly string[], keyOf: (line: string) => string, findElsewhere: (key: string) => string | null): DuplicateRemarks {
  const firstByKey = new Map<string, number>();
  const remarks = new Map<number, string>();
  lines.forEach((line, index) => {
    const key = keyOf(line);
    if (key === '') return;
    const first = firstByKey.get(key);
    const elsewhere = first === undefined ? findElsewhere(key) : `Same as line ${first + 1}`;
    if (first === undefined) firstByKey.set(key, index);
    if (elsewhere !== null) remarks.set(index, elsewhere);
  });
  return remarks;
}

function toKey(line: string): string {
  return normalizeText(line).replace(/[.!?…\s]+$/, '');
}
