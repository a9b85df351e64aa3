'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';

import { IconButton } from '@/components/ui/icon-button';
import { Input, type InputProps } from '@/components/ui/input';

/** Properties of `SecretInput`, beyond those of the element. */
export type SecretInputProps = Omit<InputProps, 'type'> & {
  /** What is hidden, for the button's name: "password". */
  noun: string;
};

/** A field whose text is hidden until one asks to see it. */
export function SecretInput({ noun, className, ...props }: SecretInputProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <span className="relative flex min-w-0 flex-1">
      <Input autoCapitalize="off" autoCorrect="off" spellCheck={false} {...props} type={isShown ? 'text' : 'password'} className={className ? `pr-9 ${className}` : 'pr-9'} />
      <IconButton
        label={isShown ? `Hide ${noun}` : `Show ${noun}`}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
        className="absolute top-0.5 right-0.5 text-faint"
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </IconButton>
    </span>
  );
}
