'use client';

import { Switch as Primitive } from 'radix-ui';
import { useId, type ComponentProps, type ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';
import { useFieldControl } from '@/components/ui/field-context';

/** Properties of `Switch`, beyond those of the Radix root. */
export type SwitchProps = Omit<ComponentProps<typeof Primitive.Root>, 'children'> & {
  /** Words beside the switch; without them give an `aria-label`. */
  label?: ReactNode;
};

/** On or off, in force at once (a checkbox waits for a save). */
export function Switch({ label, className, ...props }: SwitchProps) {
  const generatedId = useId();
  const control = useFieldControl(props);
  const id = label ? (props.id ?? generatedId) : control.id;
  const track = (
    <Primitive.Root
      {...props}
      {...control}
      id={id}
      className={cn(
        'inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-line-strong bg-raised px-px transition-colors',
        'hover:border-muted disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent',
        className,
      )}
    >
      <Primitive.Thumb className="size-3.5 rounded-full bg-muted transition-transform data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-accent-ink" />
    </Primitive.Root>
  );
  if (!label) return track;
  return (
    <span className="inline-flex items-start gap-2">
      <span className="flex h-5 items-center">{track}</span>
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
