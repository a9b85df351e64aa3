'use client';

import { useMemo, useRef } from 'react';

import { cn } from '@/components/ui/class-names';
import { tokenizeCode, type CodeLanguage, type CodeToken } from '@/components/ui/code-tokens';
import { CopyButton } from '@/components/ui/copy-button';
import { useIsOverflowing } from '@/components/ui/use-is-overflowing';

/** Properties of `CodeBlock`. */
export type CodeBlockProps = {
  code: string;
  language: CodeLanguage;
  /** What the code is, for screen readers: "Code for Python". */
  label: string;
  /** Shown over the code: a file's name. */
  title?: string;
  /** Of the copy button: "Copy the code for Python". */
  copyLabel: string;
  className?: string;
};

/** Code to read and to copy with one click. It scrolls sideways, with the arrow keys too, when a line is too long. */
export function CodeBlock({ code, language, label, title, copyLabel, className }: CodeBlockProps) {
  const scrollerRef = useRef<HTMLPreElement>(null);
  const isOverflowing = useIsOverflowing(scrollerRef);
  const tokens = useMemo(() => tokenizeCode(code.replace(/\n$/, ''), language), [code, language]);
  return (
    <figure aria-label={label} className={cn('relative min-w-0 overflow-hidden rounded-md border border-line bg-sunken', className)}>
      {title ? <figcaption className="truncate border-b border-line py-1.5 pr-10 pl-3 font-mono text-xs text-muted">{title}</figcaption> : null}
      <CopyButton label={copyLabel} value={code} className="absolute top-px right-1" />
      <pre ref={scrollerRef} tabIndex={isOverflowing ? 0 : undefined} className={cn('overflow-auto p-3 font-mono text-xs leading-5 focus-visible:-outline-offset-2', !title && 'pr-10 break-all whitespace-pre-wrap')}>
        <code>
          {tokens.map(({ kind, text }, index) => (
            <span key={index} className={styleByKind[kind]}>
              {text}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  );
}

const styleByKind: Record<CodeToken['kind'], string | undefined> = {
  plain: undefined,
  comment: 'text-faint italic',
  string: 'text-code-string',
  number: 'text-code-number',
  keyword: 'text-code-literal',
  name: 'text-code-key',
};
