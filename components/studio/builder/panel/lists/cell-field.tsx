'use client';

import { useContext, useMemo, type ReactNode } from 'react';

import { useFieldProblems } from '@/components/studio/builder/panel/panel-context';
import { FieldContext } from '@/components/ui/field-context';

/** Properties of `CellField`. */
export type CellFieldProps = {
  /** The member that the cell edits, with the number of its row: `choices.0.label`. */
  field: string;
  children: ReactNode;
};

/** A control in a row of a list: of all the list's controls, only the one that the problem is at is marked by it. */
export function CellField({ field, children }: CellFieldProps) {
  const list = useContext(FieldContext);
  const isInvalid = useFieldProblems(field).some(({ severity }) => severity === 'error');
  const cell = useMemo(() => ({ controlId: undefined, describedBy: isInvalid ? list?.describedBy : undefined, isInvalid, isRequired: false }), [isInvalid, list?.describedBy]);
  return <FieldContext value={cell}>{children}</FieldContext>;
}
