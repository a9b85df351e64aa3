/** Characters shown on each side at most. */
const SIDE_LENGTH = 40;

/** The part of a text around a stretch, on one line, and the stretch's line, counted from 1. */
export function toExcerpt(text: string, start: number, end: number): { excerpt: string; line: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', end);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const from = Math.max(lineStart, start - SIDE_LENGTH);
  const to = Math.min(lineEnd, end + SIDE_LENGTH);
  const excerpt = `${from > lineStart ? '…' : ''}${text.slice(from, to).trim()}${to < lineEnd ? '…' : ''}`;
  return { excerpt: excerpt.replace(/\s+/g, ' '), line: countLines(text, start) };
}

function countLines(text: string, end: number): number {
  let count = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < end; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
}
