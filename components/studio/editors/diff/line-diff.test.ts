import { describe, expect, it } from 'vitest';

import { buildLineDiff, COMPARED_LINES_MAX } from '@/components/studio/editors/diff/line-diff';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);
const drawn = (before: string[], after: string[]) =>
  buildLineDiff(before.join('\n'), after.join('\n')).lines.map((line) =>
    line.kind === 'skipped' ? `… ${line.count}` : `${{ same: ' ', added: '+', removed: '-' }[line.kind]}${line.text}`,
  );

describe('buildLineDiff', () => {
  it('shows a change with its surroundings and skips the rest', () => {
    const after = numbered(20).with(10, 'changed');
    expect(drawn(numbered(20), after)).toEqual([
      '… 7', ' line 7', ' line 8', ' line 9', '-line 10', '+changed', ' line 11', ' line 12', ' line 13', '… 6',
    ]);
  });

  it('numbers lines on both sides', () => {
    const { lines } = buildLineDiff('a\nb\nc', 'a\nx\ny\nc');
    expect(lines).toEqual([
      { kind: 'same', text: 'a', beforeNumber: 1, afterNumber: 1 },
      { kind: 'removed', text: 'b', beforeNumber: 2 },
      { kind: 'added', text: 'x', afterNumber: 2 },
      { kind: 'added', text: 'y', afterNumber: 3 },
      { kind: 'same', text: 'c', beforeNumber: 3, afterNumber: 4 },
    ]);
  });

  it.each([
    ['equal texts', ['a', 'b'], ['a', 'b'], 0, 0],
    ['a repeated line added', ['a', 'a'], ['a', 'a', 'a'], 1, 0],
    ['everything removed', ['a', 'b'], [''], 1, 2],
  ])('counts %s', (...[, before, after, addedCount, removedCount]) => {
    expect(buildLineDiff(before.join('\n'), after.join('\n'))).toMatchObject({ addedCount, removedCount, extent: 'whole' });
  });

  it('finds one change in a text of any length, since equal ends are not compared', () => {
    const many = numbered(COMPARED_LINES_MAX * 3);
    const result = buildLineDiff(many.join('\n'), many.with(30_000, 'x').join('\n'));
    expect(result).toMatchObject({ addedCount: 1, removedCount: 1, extent: 'whole' });
  });

  it('says when only the first differing lines were compared', () => {
    const many = numbered(COMPARED_LINES_MAX + 10);
    expect(buildLineDiff(many.join('\n'), '').extent).toBe('capped');
  });

  it('ends in time for two long texts that share nothing', () => {
    const other = numbered(10_000).map((line) => `other ${line}`);
    const result = buildLineDiff(numbered(10_000).join('\n'), other.join('\n'));
    expect(result).toMatchObject({ addedCount: 10_000, removedCount: 10_000 });
  });
});
