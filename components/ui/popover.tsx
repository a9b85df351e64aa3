'use client';

import { Popover as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';

import { cn } from '@/components/ui/class-names';
import { floatingStyle } from '@/components/ui/menu-style';

/** A small panel beside what opened it. */
export const Popover = Primitive.Root;

/** What opens the popover; use with `asChild` on a `Button`. */
export const PopoverTrigger = Primitive.Trigger;

/** Where the popover points to, when that isn't its trigger. */
export const PopoverAnchor = Primitive.Anchor;

/** Closes the popover around it; use with `asChild` on a `Button`. */
export const PopoverClose = Primitive.Close;

/** The panel. Give it an `aria-label` when it holds controls. */
export function PopoverContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align="start"
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          floatingStyle,
          'max-h-(--radix-popover-content-available-height) w-72 max-w-[calc(100vw-16px)] overflow-y-auto p-3',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
