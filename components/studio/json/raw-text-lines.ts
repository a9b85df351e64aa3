/** Characters of one displayed line; longer ones are broken, since browsers draw endless lines slowly. */
export const RAW_LINE_LENGTH_MAX = 2_000;

/** Stretches of a text to be shown as lines, without copies of the text. */
export type RawTextLines = {
  /** Where each displayed line begins; ascending. */
  starts: number[];
  /** The text's own line number of each displayed line, from 1; equal for the parts of a long one. */
  numbers: number[];
};

/** Cuts a text into displayed lines at its line breaks and every `RAW_LINE_LENGTH_MAX` characters. */
export function splitRawText(text: string): RawTextLines {
  const starts: number[] = [];
  const numbers: number[] = [];
  let number = 1;
  for (let start = 0; start <= text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    let part = start;
    do {
      starts.push(part);
      numbers.push(number);
      part += RAW_LINE_LENGTH_MAX;
    } while (part < end);
    start = end + 1;
  }
  return { starts, numbers };
}

/** The text of a displayed line, without its line break. */
export function rawLineAt(text: string, lines: RawTextLines, index: number): string {
  const start = lines.starts[index] ?? 0;
  const end = lines.starts[index + 1] ?? text.length + 1;
  const isSameLine = lines.numbers[index + 1] === lines.numbers[index];
  return text.slice(start, isSameLine ? end : end - 1).replace(/\r$/, '');
}

/** The displayed line that holds the character at `position`. */
export function findRawLine(lines: RawTextLines, position: number): number {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines.starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where `query` occurs, upper and lower case alike, at most `countMax` times, without overlaps. */
export function findOccurrences(text: string, query: string, countMax: number): number[] {
  if (query === '') return [];
  // A regular expression rather than lower-casing both: that can change lengths, and so positions.
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  const positions: number[] = [];
  for (const match of text.matchAll(pattern)) {
    positions.push(match.index);
    if (positions.length >= countMax) break;
  }
  return positions;
}
