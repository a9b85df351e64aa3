'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';
import { floatingStyle, menuItemStyle } from '@/components/ui/menu-style';

/** A menu of actions behind a button. The page stays alive around it, so that nothing focused is hidden from screen readers. */
export function DropdownMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />;
}

/** What opens the menu; use with `asChild` on a `Button` or `IconButton`. */
export const DropdownMenuTrigger = Primitive.Trigger;

/** A set of items of which one is chosen; holds `DropdownMenuRadioItem`s. */
export const DropdownMenuRadioGroup = Primitive.RadioGroup;

/** The menu itself. */
export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align="start"
        sideOffset={4}
        collisionPadding={8}
        className={cn(
          floatingStyle,
          'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}

/** Properties of `DropdownMenuItem`, beyond those of the Radix item. */
export type DropdownMenuItemProps = ComponentProps<typeof Primitive.Item> & {
  /** `danger` for what destroys something. */
  tone?: 'neutral' | 'danger';
  /** Shown at the end of the line: a `Kbd`, a value. */
  aside?: ReactNode;
};

/** One action; an icon goes before the words. With `asChild` the child is a link and `aside` is ignored. */
export function DropdownMenuItem({ tone = 'neutral', aside, className, children, ...props }: DropdownMenuItemProps) {
  return (
    <Primitive.Item
      className={cn(menuItemStyle, tone === 'danger' && 'text-bad data-[highlighted]:bg-bad-soft [&>svg:first-child]:text-bad', className)}
      {...props}
    >
      {props.asChild ? (
        children
      ) : (
        <>
          {children}
          {aside ? <span className="ml-auto pl-4 text-xs text-muted">{aside}</span> : null}
        </>
      )}
    </Primitive.Item>
  );
}

/** One choice of a radio group, with a tick when chosen. */
export function DropdownMenuRadioItem({ className, children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={cn(menuItemStyle, className)} {...props}>
      {children}
      <Primitive.ItemIndicator className="ml-auto pl-4">
        <Check aria-hidden className="size-3.5 text-accent" />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  );
}

/** A heading over some items. */
export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label className={cn('px-2 pt-1.5 pb-1 text-xs text-muted', className)} {...props} />;
}

/** A line between groups of items. */
export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof Primitive.Separator>) {
  return <Primitive.Separator className={cn('-mx-1 my-1 h-px bg-line', className)} {...props} />;
}
