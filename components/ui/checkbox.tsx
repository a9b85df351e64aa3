'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Primitive } from 'radix-ui';
import { useId, type ComponentProps, type ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';
import { useFieldControl } from '@/components/ui/field-context';

/** Properties of `Checkbox`, beyond those of the Radix root. */
export type CheckboxProps = Omit<ComponentProps<typeof Primitive.Root>, 'children'> & {
  /** Words beside the box; without them give an `aria-label`. */
  label?: ReactNode;
};

/** A box to tick; `checked="indeterminate"` shows a dash. */
export function Checkbox({ label, className, ...props }: CheckboxProps) {
  const generatedId = useId();
  const control = useFieldControl(props);
  const id = label ? (props.id ?? generatedId) : control.id;
  const box = (
    <Primitive.Root
      {...props}
      {...control}
      id={id}
      className={cn(
        'group inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-sunken text-accent-ink transition-colors',
        'hover:border-muted disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-bad',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        className,
      )}
    >
      <Primitive.Indicator>
        <Check aria-hidden strokeWidth={3} className="size-3 group-data-[state=indeterminate]:hidden" />
        <Minus aria-hidden strokeWidth={3} className="hidden size-3 group-data-[state=indeterminate]:block" />
      </Primitive.Indicator>
    </Primitive.Root>
  );
  if (!label) return box;
  return (
    <span className="inline-flex items-start gap-2">
      <span className="flex h-5 items-center">{box}</span>
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
