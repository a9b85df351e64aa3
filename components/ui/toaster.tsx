'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import { toast, Toaster as Sonner } from 'sonner';

/** Where toasts appear; once, in the providers. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      // Above the preview's message field, so that one can go on writing.
      offset={{ bottom: 68, right: 16 }}
      gap={8}
      expand
      className="font-sans"
      closeButton
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-good" />,
        error: <CircleX aria-hidden className="size-4 text-bad" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-88 max-w-[calc(100vw-32px)] items-start gap-2 rounded-md border border-line-strong bg-surface py-2.5 pr-8 pl-3 text-sm text-ink shadow-[0_4px_16px_rgb(0_0_0/0.12)]',
          content: 'min-w-0 flex-1 break-words',
          icon: 'flex h-5 items-center',
          title: 'font-medium',
          description: 'text-muted',
          closeButton:
            'absolute top-2.5 right-2 inline-flex size-5 items-center justify-center rounded-sm text-faint hover:bg-raised hover:text-ink [&_svg]:size-3.5',
          actionButton: 'shrink-0 rounded-sm px-1.5 font-medium text-accent hover:bg-raised',
        },
      }}
    />
  );
}

/**
 * Says in a toast what has just happened. A person must be able to miss it: what needs an answer belongs in a dialog,
 * what stays wrong in a `Callout`.
 */
export const notify = {
  /** Something worked that can't be seen to have worked. */
  success(title: string, detail?: ReactNode): void {
    toast.success(title, { description: detail });
  },
  /** Something failed: `title` says what, `detail` why and what to do now. Stays for 10 s. */
  error(title: string, detail?: ReactNode): void {
    toast.error(title, { description: detail, duration: 10_000 });
  },
  /** Something was done that can be taken back for the next 8 s. */
  undo(title: string, onUndo: () => void): void {
    toast(title, { duration: 8_000, action: { label: 'Undo', onClick: onUndo } });
  },
};
