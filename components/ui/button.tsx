'use client';

import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';

import { buttonStyle, type ButtonStyle } from '@/components/ui/button-style';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';

/** Properties of `Button`, beyond those of the element. */
export type ButtonProps = ComponentProps<'button'> &
  ButtonStyle & {
    /** Shows a spinner and ignores clicks, while the button keeps focus and its name. Ignored with `asChild`. */
    isBusy?: boolean;
    /** Puts the look on the only child (a link) instead of rendering a button. */
    asChild?: boolean;
  };

/** A button that never submits a form unless told so with `type="submit"`. One primary button per view. */
export function Button({ variant, size, isBusy = false, asChild = false, className, ...props }: ButtonProps) {
  const style = cn(buttonStyle({ variant, size }), className);
  if (asChild) return <Slot.Root className={style} {...props} />;
  const { children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      className={style}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {isBusy ? <Spinner /> : null}
      {isBusy && (size === 'icon' || size === 'icon-sm') ? null : children}
    </button>
  );
}
