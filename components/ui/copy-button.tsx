'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import { IconButton } from '@/components/ui/icon-button';
import { notify } from '@/components/ui/toaster';

/** Properties of `CopyButton`. */
export type CopyButtonProps = {
  /** The text, or how to get it when that costs something. */
  value: string | (() => string | Promise<string>);
  /** What is copied: "Copy bot id". */
  label: string;
  className?: string;
};

/** Copies a text and says so, by a tick for two seconds and to screen readers. */
export function CopyButton({ value, label, className }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof value === 'string' ? value : await value());
      setIsCopied(true);
    } catch {
      notify.error('Nothing was copied', 'The browser refused access to the clipboard. Select the text and copy it by hand.');
    }
  }

  return (
    <>
      <IconButton label={label} hint={isCopied ? 'Copied' : label} onClick={() => void copy()} className={className}>
        {isCopied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </>
  );
}
