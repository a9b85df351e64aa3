import { diffWordsWithSpace } from 'diff';

import type { TextChange } from '@/lib/modules/draft/change-texts.rules';

/** More would not be read. */
const SHOWN_MAX = 300;

/** Texts that are about to change, each with the lines that differ. */
export function TextChanges({ changes }: { changes: readonly TextChange[] }) {
  return (
    <>
      <ul aria-label="What changes" className="flex max-h-96 flex-col overflow-y-auto rounded-md border border-line">
        {changes.slice(0, SHOWN_MAX).map(({ owner, label, before, after }, index) => (
          <li key={index} className="border-b border-line px-3 py-1.5 last:border-b-0">
            <p className="text-xs text-muted">
              {owner}: {label}
            </p>
            <ChangedLines before={before} after={after} />
          </li>
        ))}
      </ul>
      {changes.length > SHOWN_MAX ? <p className="text-xs text-muted">And {changes.length - SHOWN_MAX} more.</p> : null}
    </>
  );
}

/** The lines that differ; a script has many others. */
function ChangedLines({ before, after }: { before: string; after: string }) {
  const [old, next] = [before.split('\n'), after.split('\n')];
  if (old.length !== next.length) return <ChangedLine before={before} after={after} />;
  return old.map((line, index) => (line === next[index] ? null : <ChangedLine key={index} before={line.trim()} after={next[index]?.trim() ?? ''} />));
}

/** One line with what goes and what comes marked in it. */
function ChangedLine({ before, after }: { before: string; after: string }) {
  return (
    <p className="font-mono text-xs break-words whitespace-pre-wrap">
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, index) =>
        removed ? (
          <del key={index} className="rounded-xs bg-bad-soft text-bad">
            {value}
          </del>
        ) : added ? (
          <ins key={index} className="rounded-xs bg-good-soft text-good no-underline">
            {value}
          </ins>
        ) : (
          value
        ),
      )}
    </p>
  );
}
