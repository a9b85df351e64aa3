'use client';

import { useMemo } from 'react';

import { buildLineDiff, COMPARED_LINES_MAX, type LineDiff } from '@/components/studio/editors/diff/line-diff';
import { LineDiffView } from '@/components/studio/editors/diff/line-diff-view';
import { MonacoDiff } from '@/components/studio/editors/diff/monaco-diff';
import { useMonaco } from '@/components/studio/editors/monaco/use-monaco';
import { prettyJson } from '@/components/studio/json/pretty-json';
import { cn } from '@/components/ui/class-names';

/** Properties of `CodeDiff`. */
export type CodeDiffProps = {
  before: string;
  after: string;
  /** What the two texts are, for example "Response" and "Transformed". */
  beforeLabel: string;
  afterLabel: string;
  /** JSON is indented before it is compared, so that spacing makes no difference. */
  language: 'json' | 'plaintext';
  className?: string | undefined;
};

/** Larger texts are compared without the code editor. */
const EDITOR_LENGTH_MAX = 300_000;

/** What changed between two texts, with a summary. Texts of any size are compared in bounded time. Fills its parent's height. */
export function CodeDiff({ before, after, beforeLabel, afterLabel, language, className }: CodeDiffProps) {
  const [left, right] = useMemo(
    () => (language === 'json' ? [prettyJson(before).text, prettyJson(after).text] : [before, after]),
    [before, after, language],
  );
  const diff = useMemo(() => buildLineDiff(left, right), [left, right]);
  const isLarge = left.length > EDITOR_LENGTH_MAX || right.length > EDITOR_LENGTH_MAX;
  const ariaLabel = `${beforeLabel} compared with ${afterLabel}`;
  const isSame = diff.addedCount === 0 && diff.removedCount === 0;
  return (
    <div className={cn('flex h-full min-h-0 flex-col', className)}>
      <div className="flex flex-wrap items-center gap-x-3 border-b border-line px-2 py-1 text-xs">
        <span className="text-muted">
          {beforeLabel} → {afterLabel}
        </span>
        <DiffSummary diff={diff} />
      </div>
      <div className="min-h-0 flex-1">
        {isSame ? (
          <p className="p-4 text-center text-sm text-muted">
            {beforeLabel} and {afterLabel} are equal.
          </p>
        ) : isLarge ? (
          <LineDiffView lines={diff.lines} ariaLabel={ariaLabel} />
        ) : (
          <EditorDiff before={left} after={right} language={language} ariaLabel={ariaLabel} diff={diff} />
        )}
      </div>
    </div>
  );
}

function EditorDiff(props: { before: string; after: string; language: 'json' | 'plaintext'; ariaLabel: string; diff: LineDiff }) {
  const state = useMonaco();
  if (state.kind === 'loading') return null;
  if (state.kind === 'failed') return <LineDiffView lines={props.diff.lines} ariaLabel={props.ariaLabel} />;
  const { before, after, language, ariaLabel } = props;
  return <MonacoDiff monaco={state.monaco} before={before} after={after} language={language} ariaLabel={ariaLabel} />;
}

function DiffSummary({ diff }: { diff: LineDiff }) {
  if (diff.addedCount === 0 && diff.removedCount === 0) return <span className="text-muted">No difference</span>;
  return (
    <>
      <span className="text-good">+{countLines(diff.addedCount)} added</span>
      <span className="text-bad">−{countLines(diff.removedCount)} removed</span>
      {diff.extent === 'capped' ? (
        <span className="text-warn">
          Only the first {COMPARED_LINES_MAX.toLocaleString('en')} lines from the first difference on were compared.
        </span>
      ) : null}
      {diff.extent === 'blocks' ? (
        <span className="text-warn">The texts differ too much to be matched line by line; they are shown one after the other.</span>
      ) : null}
    </>
  );
}

function countLines(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`;
}
