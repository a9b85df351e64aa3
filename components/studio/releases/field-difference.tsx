import { buildLineDiff, type DiffLine } from '@/components/studio/editors/diff/line-diff';
import { cn } from '@/components/ui/class-names';
import type { FieldChange } from '@/lib/modules/draft/describe-fields.rules';

/** Longer values stand below each other. */
const INLINE_LENGTH_MAX = 80;

/** One field as it was and as it is: short values in a line, texts of several lines compared line by line. */
export function FieldDifference({ field: { label, before, after } }: { field: FieldChange }) {
  const isText = `${before}${after}`.includes('\n');
  const isLong = before.length > INLINE_LENGTH_MAX || after.length > INLINE_LENGTH_MAX;
  return (
    <div className="grid gap-x-3 gap-y-0.5 border-b border-line px-3 py-1.5 text-xs last:border-b-0 @md:grid-cols-[9rem_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">
        {isText ? (
          <Lines before={before} after={after} />
        ) : (
          <p className={cn('flex min-w-0 gap-1', isLong ? 'flex-col' : 'flex-wrap items-baseline')}>
            {before === '' ? null : <del className="rounded-xs bg-bad-soft px-1 break-words text-bad">{before}</del>}
            {before !== '' && after !== '' && !isLong ? <span aria-hidden>→</span> : null}
            {after === '' ? null : <ins className="rounded-xs bg-good-soft px-1 break-words text-good no-underline">{after}</ins>}
          </p>
        )}
      </dd>
    </div>
  );
}

function Lines({ before, after }: { before: string; after: string }) {
  const { lines } = buildLineDiff(before, after);
  const shown = before === '' || after === '' ? lines.filter(({ kind, ...line }) => kind === 'skipped' || !('text' in line) || line.text !== '') : lines;
  return (
    <div className="max-h-72 overflow-auto rounded-sm border border-line bg-sunken font-mono leading-5">
      {shown.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </div>
  );
}

function Line({ line }: { line: DiffLine }) {
  if (line.kind === 'skipped') return <p className="bg-raised px-2 text-faint">{line.count} equal lines</p>;
  const word = { same: '', added: 'added: ', removed: 'removed: ' }[line.kind];
  return (
    <p className={cn('px-2 break-words whitespace-pre-wrap', line.kind === 'added' && 'bg-good-soft text-good', line.kind === 'removed' && 'bg-bad-soft text-bad')}>
      <span className="sr-only">{word}</span>
      <span aria-hidden>{{ same: '  ', added: '+ ', removed: '− ' }[line.kind]}</span>
      {line.text}
    </p>
  );
}
