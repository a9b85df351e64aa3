'use client';

import { createContext, useContext } from 'react';

/** What a `Field` tells the control inside it. */
export type FieldContextValue = {
  /** Undefined where a field holds several controls, which have names of their own. */
  controlId: string | undefined;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
};

/** Carries the field's wiring down to its control. */
export const FieldContext = createContext<FieldContextValue | null>(null);

type ControlProps = {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: React.AriaAttributes['aria-invalid'];
  'aria-required'?: React.AriaAttributes['aria-required'];
};

/**
 * The id and aria attributes a control takes from the `Field` around it; what the control was given itself goes first.
 * Outside a field it gives back what it got.
 */
export function useFieldControl(own: ControlProps): ControlProps {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.controlId,
    'aria-describedby': [own['aria-describedby'], field?.describedBy].filter(Boolean).join(' ') || undefined,
    'aria-invalid': own['aria-invalid'] ?? (field?.isInvalid || undefined),
    'aria-required': own['aria-required'] ?? (field?.isRequired || undefined),
  };
}
