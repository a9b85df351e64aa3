import { diffArrays } from 'diff';

/** Lines compared at most on each side, after what both have in common at their beginning and end. */
export const COMPARED_LINES_MAX = 20_000;
/** Unchanged lines shown around each change. */
export const CONTEXT_LINES = 3;
const COMPARE_TIMEOUT_MS = 1_000;
const LINE_LENGTH_MAX = 2_000;

/** A line of a comparison; line numbers count from 1. `skipped` stands for `count` unchanged lines. */
export type DiffLine =
  | { kind: 'same'; text: string; beforeNumber: number; afterNumber: number }
  | { kind: 'removed'; text: string; beforeNumber: number }
  | { kind: 'added'; text: string; afterNumber: number }
  | { kind: 'skipped'; count: number };

/** A comparison of two texts. */
export type LineDiff = {
  lines: DiffLine[];
  addedCount: number;
  removedCount: number;
  /**
   * `whole`: every line was compared. `capped`: only the first lines that differ were. `blocks`: the texts differ too much
   * to be matched line by line in time, so the differing part is shown as removed and added whole.
   */
  extent: 'whole' | 'capped' | 'blocks';
};

/** Compares two texts line by line, in bounded time whatever their size. */
export function buildLineDiff(before: string, after: string): LineDiff {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const head = countCommon(left, right, (lines, index) => lines[index]);
  const tailMax = Math.min(left.length, right.length) - head;
  const tail = Math.min(tailMax, countCommon(left, right, (lines, index) => lines[lines.length - 1 - index]));
  const [removed, added] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
  const isCapped = Math.max(removed.length, added.length) > COMPARED_LINES_MAX;
  const [comparedLeft, comparedRight] = [removed.slice(0, COMPARED_LINES_MAX), added.slice(0, COMPARED_LINES_MAX)];
  const changes = diffArrays(comparedLeft, comparedRight, { timeout: COMPARE_TIMEOUT_MS });
  const writer = new DiffWriter();
  writer.same(left.slice(0, head));
  if (changes) for (const change of changes) writer.change(change);
  else {
    writer.change({ removed: true, added: false, value: comparedLeft });
    writer.change({ removed: false, added: true, value: comparedRight });
  }
  if (!isCapped) writer.same(left.slice(left.length - tail));
  return { ...writer.finish(), extent: isCapped ? 'capped' : changes ? 'whole' : 'blocks' };
}

function countCommon(left: string[], right: string[], at: (lines: string[], index: number) => string | undefined): number {
  const countMax = Math.min(left.length, right.length);
  let count = 0;
  while (count < countMax && at(left, count) === at(right, count)) count += 1;
  return count;
}

/** Numbers the lines and leaves out long unchanged stretches. */
class DiffWriter {
  private readonly lines: DiffLine[] = [];
  private pendingSame: Extract<DiffLine, { kind: 'same' }>[] = [];
  private beforeNumber = 0;
  private afterNumber = 0;
  private addedCount = 0;
  private removedCount = 0;

  same(texts: readonly string[]): void {
    for (const text of texts) {
      this.beforeNumber += 1;
      this.afterNumber += 1;
      this.pendingSame.push({ kind: 'same', text: shorten(text), beforeNumber: this.beforeNumber, afterNumber: this.afterNumber });
    }
  }

  change({ added, removed, value }: { added: boolean; removed: boolean; value: readonly string[] }): void {
    if (!added && !removed) return this.same(value);
    if (value.length === 0) return;
    this.writeSame(CONTEXT_LINES);
    for (const line of value) {
      const text = shorten(line);
      if (added) this.lines.push({ kind: 'added', text, afterNumber: ++this.afterNumber });
      else this.lines.push({ kind: 'removed', text, beforeNumber: ++this.beforeNumber });
    }
    if (added) this.addedCount += value.length;
    else this.removedCount += value.length;
  }

  finish() {
    this.writeSame(0);
    return { lines: this.lines, addedCount: this.addedCount, removedCount: this.removedCount };
  }

  /** Writes unchanged lines: those after the last change, a gap, and `followCount` before the next one. */
  private writeSame(followCount: number): void {
    const leadCount = this.lines.length === 0 ? 0 : CONTEXT_LINES;
    const same = this.pendingSame;
    this.pendingSame = [];
    const skippedCount = same.length - leadCount - followCount;
    if (skippedCount <= 1) {
      this.lines.push(...same);
      return;
    }
    this.lines.push(...same.slice(0, leadCount), { kind: 'skipped', count: skippedCount }, ...same.slice(same.length - followCount));
  }
}

function shorten(text: string): string {
  return text.length > LINE_LENGTH_MAX ? `${text.slice(0, LINE_LENGTH_MAX)}…` : text;
}
