'use client';

import { CircleAlert } from 'lucide-react';
import { Label } from 'radix-ui';
import { useId, useMemo, type ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';
import { FieldContext, type FieldContextValue } from '@/components/ui/field-context';

/** Properties of `Field`. */
export type FieldProps = {
  label: ReactNode;
  /** The control: `Input`, `Textarea`, `Select`… wires itself; your own can with `useFieldControl`. */
  children: ReactNode;
  /** Adds the asterisk and `aria-required`. */
  isRequired?: boolean;
  /** How to fill it in. Stays visible beside an error. */
  hint?: ReactNode;
  /** What is wrong and what to do; nothing while the value is fine. */
  error?: string | null | undefined;
  /** Shown at the end of the label's line. */
  aside?: ReactNode;
  /** The control's id, where something else must point to it. */
  id?: string;
  /** Keeps the label for screen readers only, where the place says it already. */
  isLabelHidden?: boolean;
  className?: string;
};

/** A label, a control, a hint and an error, tied together for screen readers. */
export function Field({ label, children, isRequired = false, hint, error, aside, id, isLabelHidden, className }: FieldProps) {
  const generatedId = useId();
  const controlId = id ?? generatedId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  const context = useMemo<FieldContextValue>(
    () => ({
      controlId,
      describedBy: [errorId, hintId].filter(Boolean).join(' ') || undefined,
      isInvalid: errorId !== undefined,
      isRequired,
    }),
    [controlId, errorId, hintId, isRequired],
  );
  return (
    <FieldContext value={context}>
      <div className={cn('flex min-w-0 flex-col gap-1', className)}>
        <div className={cn('flex items-baseline justify-between gap-2', isLabelHidden && 'sr-only')}>
          <Label.Root htmlFor={controlId} className="text-xs font-medium text-ink">
            {label}
            {isRequired ? (
              <span aria-hidden className="ml-0.5 text-bad">
                *
              </span>
            ) : null}
          </Label.Root>
          {aside ? <span className="text-xs text-muted">{aside}</span> : null}
        </div>
        {children}
        {error ? (
          <p id={errorId} className="flex items-start gap-1 text-xs text-bad">
            <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
            <span>{error}</span>
          </p>
        ) : null}
        {hint ? (
          <p id={hintId} className="text-xs text-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}
