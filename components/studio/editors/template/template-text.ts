import type { UnknownSpan } from '@/components/studio/editors/template/variable-option';
import { findReferences } from '@/lib/engine/variables/parse-template';

/** A stretch of a template that looks the same throughout; together the segments are the whole text. */
export type TemplateSegment = { kind: 'text' | 'reference' | 'unknown'; start: number; end: number };

/** The reference being written at the caret: replace `start` to `end` with the chosen one. */
export type CompletionTarget = {
  start: number;
  end: number;
  /** What stands between the opening brace and the caret. */
  query: string;
};

/** Characters that can stand between the braces of a reference. */
const referenceCharacter = /[^{}\s"'\\,;/?&]/;

/** Cuts `text` into plain stretches, references and unknown references, in order, without gaps. */
export function buildTemplateSegments(text: string, unknownSpans: readonly UnknownSpan[]): TemplateSegment[] {
  const unknownStarts = new Set(unknownSpans.map((span) => span.start));
  const segments: TemplateSegment[] = [];
  let position = 0;
  for (const { start, end } of withUnknown(findReferences(text), unknownSpans, text.length)) {
    if (start < position) continue;
    if (start > position) segments.push({ kind: 'text', start: position, end: start });
    segments.push({ kind: unknownStarts.has(start) ? 'unknown' : 'reference', start, end });
    position = end;
  }
  if (position < text.length) segments.push({ kind: 'text', start: position, end: text.length });
  return segments;
}

/** The reference that is being written at `caret`, or null when no brace is open there. */
export function findCompletionTarget(text: string, caret: number): CompletionTarget | null {
  let start = caret - 1;
  while (start >= 0 && referenceCharacter.test(text.charAt(start))) start -= 1;
  if (start < 0 || text.charAt(start) !== '{') return null;
  let end = caret;
  while (end < text.length && referenceCharacter.test(text.charAt(end))) end += 1;
  const isClosed = text.charAt(end) === '}';
  return { start, end: isClosed ? end + 1 : caret, query: text.slice(start + 1, caret) };
}

function withUnknown(
  references: readonly { start: number; end: number }[],
  unknownSpans: readonly UnknownSpan[],
  length: number,
): { start: number; end: number }[] {
  const known = new Set(references.map((span) => span.start));
  const extra = unknownSpans.filter((span) => !known.has(span.start) && span.start < span.end && span.end <= length);
  return [...references, ...extra].sort((a, b) => a.start - b.start);
}
