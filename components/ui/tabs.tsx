'use client';

import { Tabs as Primitive } from 'radix-ui';
import { useState, type ComponentProps, type ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';

/** Tabs; controlled with `value` and `onValueChange`, or by themselves with `defaultValue`. Arrow keys move between them. */
export function Tabs({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root className={cn('flex min-h-0 flex-col', className)} {...props} />;
}

/** The row of tabs; it scrolls sideways when there isn't room. Give it an `aria-label`. */
export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  // Radix focuses a pressed tab by code, which browsers take for the keyboard's doing and mark.
  const [isPressed, setIsPressed] = useState(false);
  return (
    <Primitive.List
      data-pressed={isPressed || undefined}
      onPointerDownCapture={() => setIsPressed(true)}
      onKeyDownCapture={() => setIsPressed(false)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsPressed(false);
      }}
      className={cn(
        'flex shrink-0 items-stretch gap-4 overflow-x-auto overflow-y-hidden border-b border-line px-1 [scrollbar-width:none]',
        className,
      )}
      {...props}
    />
  );
}

/** Properties of `TabsTrigger`, beyond those of the Radix trigger. */
export type TabsTriggerProps = ComponentProps<typeof Primitive.Trigger> & {
  /** How many things are behind the tab; shown when above zero. */
  count?: number | undefined;
  /** A sign after the words: an error dot, a warning icon. It needs words for screen readers of its own. */
  sign?: ReactNode;
};

/** One tab. */
export function TabsTrigger({ count, sign, children, className, ...props }: TabsTriggerProps) {
  return (
    <Primitive.Trigger
      className={cn(
        'relative -mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-0.5 text-sm whitespace-nowrap text-muted transition-colors',
        'hover:text-ink focus-visible:-outline-offset-2 in-data-pressed:outline-none disabled:opacity-50',
        'data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink',
        className,
      )}
      {...props}
    >
      {children}
      {count ? (
        <span className="min-w-4 rounded-full bg-raised px-1 text-center text-xs tabular-nums text-muted">{count}</span>
      ) : null}
      {sign}
    </Primitive.Trigger>
  );
}

/** Properties of `TabsContent`, beyond those of the Radix content. */
export type TabsContentProps = ComponentProps<typeof Primitive.Content> & {
  /** Keeps the content alive while hidden, so that half-typed text, editors and scroll positions survive. */
  keepMounted?: boolean;
};

/** What is behind one tab. */
export function TabsContent({ keepMounted = false, className, ...props }: TabsContentProps) {
  return (
    <Primitive.Content
      {...(keepMounted ? { forceMount: true } : null)}
      className={cn('min-h-0 flex-1 focus-visible:-outline-offset-2 data-[state=inactive]:hidden', className)}
      {...props}
    />
  );
}
