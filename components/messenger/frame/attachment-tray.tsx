'use client';

import { FileText, RotateCcw, X } from 'lucide-react';

import type { AttachmentItem, Attachments } from '@/components/messenger/frame/use-attachments';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';

/** Files that wait beside the text, with how far they are. */
export function AttachmentTray({ attachments }: { attachments: Attachments }) {
  const { items, problem, retry, remove } = attachments;
  if (items.length === 0 && problem === null) return null;
  return (
    <div className="flex flex-col gap-1.5">
      {problem === null ? null : (
        <p role="alert" className="px-1 text-sm text-bad">
          {problem}
        </p>
      )}
      {items.length > 0 ? (
        <ul className="flex max-h-32 flex-col gap-1 overflow-y-auto">
          {items.map((item) => (
            <Line key={item.key} item={item} onRetry={() => retry(item.key)} onRemove={() => remove(item.key)} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Line({ item, onRetry, onRemove }: { item: AttachmentItem; onRetry: () => void; onRemove: () => void }) {
  const { words, language } = useMessengerLocale();
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(item.share);
  const isUploading = item.file === null && !item.hasFailed;
  return (
    <li className="relative flex items-center gap-2 overflow-hidden rounded-lg border border-(--messenger-line)/60 ps-2.5 text-sm">
      <FileText aria-hidden className="size-4 shrink-0 text-(--messenger-muted)" />
      <span className="flex min-w-0 flex-1 flex-col py-1">
        <span dir="auto" className="truncate text-start">
          {item.name}
        </span>
        {item.hasFailed ? (
          <span role="alert" className="text-xs text-bad">
            {words.uploadFailed(item.name)}
          </span>
        ) : null}
        {isUploading ? <span className="text-xs text-(--messenger-muted) tabular-nums">{words.uploading(percent)}</span> : null}
      </span>
      {item.hasFailed ? (
        <button type="button" aria-label={words.tryAgain} title={words.tryAgain} onClick={onRetry} className={smallButtonStyle}>
          <RotateCcw aria-hidden className="size-4" />
        </button>
      ) : null}
      <button type="button" aria-label={words.removeFile(item.name)} title={words.removeFile(item.name)} onClick={onRemove} className={smallButtonStyle}>
        <X aria-hidden className="size-4" />
      </button>
      {isUploading ? (
        <span role="progressbar" aria-label={item.name} aria-valuenow={Math.round(item.share * 100)} aria-valuemin={0} aria-valuemax={100} className="absolute inset-x-0 bottom-0 h-0.5">
          <span className="block h-full bg-(--messenger-accent-text)" style={{ width: `${item.share * 100}%` }} />
        </span>
      ) : null}
    </li>
  );
}

const smallButtonStyle = 'flex size-9 shrink-0 items-center justify-center rounded-md outline-(--messenger-accent-text) -outline-offset-2 hover:bg-(--messenger-bubble)';
