/** Lines after an edit, and which line the caret is in then. */
export interface EditedLines {
  lines: string[];
  focus: { index: number; caret: number };
}

/** Where something is pasted: a line and the selection in it. */
export interface LineSelection {
  index: number;
  start: number;
  end: number;
}

/** Lines after a text of one or many lines was pasted; empty lines of it are left out, and so are quotation marks around whole lines. */
export function pasteLines(lines: readonly string[], { index, start, end }: LineSelection, pasted: string): EditedLines {
  const line = lines[index] ?? '';
  const parts = pasted.split(/\r?\n/).map(cleanLine).filter((part) => part !== '');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  const [before, after] = [line.slice(0, start), line.slice(end)];
  const next = parts.length <= 1 ? [before + first + after] : [before + first, ...parts.slice(1, -1), last + after];
  return { lines: lines.toSpliced(index, 1, ...next), focus: { index: index + next.length - 1, caret: parts.length <= 1 ? start + first.length : last.length } };
}

/** Lines after Enter: the line is split where the caret is. */
export function splitLine(lines: readonly string[], { index, start, end }: LineSelection): EditedLines {
  const line = lines[index] ?? '';
  return { lines: lines.toSpliced(index, 1, line.slice(0, start), line.slice(end)), focus: { index: index + 1, caret: 0 } };
}

/** Lines after Backspace at the beginning of a line: it joins the one before. */
export function joinLine(lines: readonly string[], index: number): EditedLines {
  const before = lines[index - 1] ?? '';
  return { lines: lines.toSpliced(index - 1, 2, before + (lines[index] ?? '')), focus: { index: index - 1, caret: before.length } };
}

function cleanLine(line: string): string {
  const text = line.trim();
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text;
}
