'use client';

import { useId } from 'react';

import { cn } from '@/components/ui/class-names';

/** Properties of `Segmented`. */
export type SegmentedProps<Value extends string> = {
  /** What is chosen, for screen readers: "Kind of post body". */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  className?: string;
};

/** A choice of one among a few, all in sight; arrow keys move between them. */
export function Segmented<Value extends string>({ label, value, options, onChange, className }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={cn('inline-flex max-w-full overflow-x-auto rounded-md border border-line bg-sunken p-0.5', className)}>
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            'relative flex-1 cursor-pointer rounded-sm px-2.5 py-0.5 text-center text-sm whitespace-nowrap text-muted hover:text-ink',
            'has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line-strong)] has-focus-visible:outline-2 has-focus-visible:outline-accent',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
