'use client';

import type { ReactNode } from 'react';

import { Button, type ButtonProps } from '@/components/ui/button';
import { Tooltip, type TooltipProps } from '@/components/ui/tooltip';

/** Properties of `IconButton`, beyond those of `Button`. */
export type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'size' | 'asChild' | 'content'> & {
  /** What the button does, in words: its accessible name and its tooltip. */
  label: string;
  /** Shown in the tooltip instead of the label, when there is more to say (a shortcut). */
  hint?: ReactNode;
  size?: 'icon' | 'icon-sm';
  side?: TooltipProps['side'];
};

/** A button that shows an icon only; words come with hover, focus and screen readers. */
export function IconButton({ label, hint, size = 'icon-sm', variant = 'ghost', side, ...props }: IconButtonProps) {
  return (
    <Tooltip content={hint ?? label} side={side}>
      <Button aria-label={label} size={size} variant={variant} {...props} />
    </Tooltip>
  );
}
