'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';

import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { focusFirstField } from '@/components/ui/focus-first-field';
import { useFocusReturn } from '@/components/ui/use-focus-return';

/** A dialog; `open` and `onOpenChange` control it. */
export const Dialog = Primitive.Root;

/** Closes the dialog around it; use with `asChild` on a `Button`. */
export const DialogClose = Primitive.Close;

/** Properties of `DialogContent`, beyond those of the Radix content. */
export type DialogContentProps = Omit<ComponentProps<typeof Primitive.Content>, 'title'> & {
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  /** `sm` 400 px, `md` 520 px, `lg` 760 px, `xl` 1,080 px; never wider than the window. */
  size?: 'sm' | 'md' | 'lg' | 'xl';
};

/**
 * The window itself: title, close button, content that scrolls; put `DialogFooter` last. Focus goes to the first field of its form, without one
 * to what comes first, and comes back.
 */
export function DialogContent(props: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-backdrop" />
      <OpenDialog {...props} />
    </Primitive.Portal>
  );
}

function OpenDialog({ title, description, size = 'md', className, children, ...props }: DialogContentProps) {
  const focusReturn = useFocusReturn();
  return (
    <Primitive.Content
      {...(description ? null : { 'aria-describedby': undefined })}
      className={cn(
        'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 animate-appear flex-col rounded-lg border border-line bg-surface outline-none',
        widthBySize[size],
        className,
      )}
      onOpenAutoFocus={(event) => {
        if (event.target instanceof Element && focusFirstField(event.target.querySelector('form'))) event.preventDefault();
      }}
      {...focusReturn}
      {...props}
    >
      <div className="flex items-start gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 pt-0.5">
          <Primitive.Title className="text-base font-semibold break-words">{title}</Primitive.Title>
          {description ? <Primitive.Description className="mt-0.5 text-muted">{description}</Primitive.Description> : null}
        </div>
        <Primitive.Close asChild>
          <Button variant="ghost" size="icon-sm" aria-label="Close">
            <X aria-hidden />
          </Button>
        </Primitive.Close>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 pt-1 pb-4">
        {children}
      </div>
    </Primitive.Content>
  );
}

const widthBySize = { sm: 'max-w-100', md: 'max-w-130', lg: 'max-w-190', xl: 'max-w-270' };

/** The buttons at the end of a dialog: the way out first, what the dialog is for last. */
export function DialogFooter({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap justify-end gap-2 rounded-b-lg border-t border-line bg-surface px-4 py-3', className)}
      {...props}
    />
  );
}
