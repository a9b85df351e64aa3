'use client';

import type { ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';
import { controlStyle } from '@/components/ui/control-style';
import { useFieldControl } from '@/components/ui/field-context';

/** Properties of `Textarea`, beyond those of the element. */
export type TextareaProps = ComponentProps<'textarea'> & {
  /** Code font, for what a machine reads; also turns off spelling. */
  isCode?: boolean;
};

/** A text field of several lines, which grows with what is written where the browser can. */
export function Textarea({ isCode = false, className, ...props }: TextareaProps) {
  const control = useFieldControl(props);
  return (
    <textarea
      rows={3}
      spellCheck={isCode ? false : undefined}
      {...props}
      {...control}
      className={cn(
        controlStyle,
        'field-sizing-content max-h-96 min-h-16 resize-y px-2 py-1.5',
        isCode && 'font-mono text-xs leading-5',
        className,
      )}
    />
  );
}
