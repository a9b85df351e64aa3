'use client';

import { Download, FileText } from 'lucide-react';

import { toSafeUrl } from '@/components/messenger/safe-url';
import { sizeText } from '@/components/messenger/size-text';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';

/** Properties of `FilePart`. */
export type FilePartProps = { url: string; fileName: string; bytes: number | undefined };

/** A file to download, with its name and size. */
export function FilePart({ url, fileName, bytes }: FilePartProps) {
  const { words, language } = useMessengerLocale();
  const safeUrl = toSafeUrl(url, 'media');
  const name = fileName || words.file;
  const content = (
    <>
      <FileText aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate font-medium">
          {name}
        </span>
        <span className="block text-xs opacity-80">{safeUrl === null ? words.noWebAddress : bytes === undefined ? words.file : sizeText(bytes, language)}</span>
      </span>
    </>
  );
  const look = 'flex min-w-52 items-center gap-3 text-sm';
  if (safeUrl === null) return <div className={look}>{content}</div>;
  return (
    <a href={safeUrl} download={name} target="_blank" rel="noopener noreferrer" className={`${look} rounded-md outline-current hover:underline`}>
      {content}
      <Download aria-label={words.download} className="size-4 shrink-0" />
    </a>
  );
}
