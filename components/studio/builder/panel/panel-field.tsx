'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { useFieldProblems } from '@/components/studio/builder/panel/panel-context';
import { Field } from '@/components/ui/field';

/** Properties of `PanelField`. */
export type PanelFieldProps = {
  label: ReactNode;
  /** The member that it edits, dotted for inner ones; what is wrong with it is shown under it. */
  field: string;
  ruleId?: string | undefined;
  hint?: ReactNode;
  aside?: ReactNode;
  isRequired?: boolean;
  isLabelHidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** A field of the settings with the problems of the draft at it. */
export function PanelField({ field, ruleId, hint, children, ...props }: PanelFieldProps) {
  const problems = useFieldProblems(field, ruleId);
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const warnings = problems.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
  const warning = warnings.length === 0 ? null : (
    <span className="flex items-start gap-1 text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      {warnings.join(' ')}
    </span>
  );
  return (
    <Field
      {...props}
      error={errors.length > 0 ? errors.join(' ') : null}
      hint={
        hint || warning ? (
          <>
            {warning}
            {hint}
          </>
        ) : undefined
      }
    >
      {children}
    </Field>
  );
}
