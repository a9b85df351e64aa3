'use client';

import type { ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';
import { controlStyle } from '@/components/ui/control-style';
import { useFieldControl } from '@/components/ui/field-context';

/** Properties of `Input`, beyond those of the element. */
export type InputProps = ComponentProps<'input'> & {
  /** Code font, for what a machine reads; also turns off spelling and capitals. */
  isCode?: boolean;
};

/** A text field of one line. Inside a `Field` it finds its label, hint and error by itself. */
export function Input({ isCode = false, className, ...props }: InputProps) {
  const control = useFieldControl(props);
  return (
    <input
      type="text"
      {...(isCode ? codeTyping : null)}
      {...props}
      {...control}
      className={cn(controlStyle, 'h-8 px-2', isCode && 'font-mono text-xs', className)}
    />
  );
}

const codeTyping = { autoCapitalize: 'off', autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const;
