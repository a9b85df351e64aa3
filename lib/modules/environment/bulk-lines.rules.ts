import { environmentKeySchema } from '@/lib/modules/environment/environment.schema';

/** What pasted `key=value` lines say. */
export interface BulkLines {
  /** Each key once, at the place of its first line, with the value of its last. */
  variables: { key: string; value: string }[];
  /** Lines that can't be used; the others can. */
  problems: { lineNumber: number; message: string }[];
  /** Keys given several times, with their lines; the last one counts. */
  duplicates: { key: string; lineNumbers: number[] }[];
}

/**
 * Reads `key=value` lines. Blank lines and lines beginning with `#` are passed over; blanks around key and value don't
 * count; everything after the first `=` is the value as it stands, quotes included. Lines count from 1.
 * Source: conversation-builder reference, section 8.7 (Bulk Add).
 */
export function parseBulkLines(text: string): BulkLines {
  const lineNumbersByKey = new Map<string, number[]>();
  const valueByKey = new Map<string, string>();
  const problems: BulkLines['problems'] = [];

  text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).forEach((rawLine, index) => {
    const line = rawLine.trim();
    const lineNumber = index + 1;
    if (line === '' || line.startsWith('#')) return;
    const [, rawKey = '', value] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
    if (value === undefined) return void problems.push({ lineNumber, message: 'Write key=value: there is no “=” in this line.' });
    const key = environmentKeySchema.safeParse(rawKey);
    if (!key.success) {
      const reason = key.error.issues[0]?.message ?? 'Enter a key.';
      return void problems.push({ lineNumber, message: rawKey.trim() === '' ? reason : `“${rawKey.trim()}” is no key. ${reason}` });
    }
    valueByKey.set(key.data, value.trim());
    lineNumbersByKey.set(key.data, [...(lineNumbersByKey.get(key.data) ?? []), lineNumber]);
  });

  return {
    variables: [...valueByKey].map(([key, value]) => ({ key, value })),
    problems,
    duplicates: [...lineNumbersByKey].filter(([, lines]) => lines.length > 1).map(([key, lineNumbers]) => ({ key, lineNumbers })),
  };
}
