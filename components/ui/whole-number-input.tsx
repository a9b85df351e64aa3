'use client';

import { Input, type InputProps } from '@/components/ui/input';

/** Properties of `WholeNumberInput`, beyond those of the element. */
export type WholeNumberInputProps = Omit<InputProps, 'value' | 'onChange' | 'type'> & {
  /** NaN while the field is empty; what checks the form says so. */
  value: number;
  onValueChange: (value: number) => void;
};

/** A field for a whole number. What is typed stays as it is; whether it is within limits, the form's schema says. */
export function WholeNumberInput({ value, onValueChange, ...props }: WholeNumberInputProps) {
  return (
    <Input
      type="number"
      inputMode="numeric"
      {...props}
      value={Number.isNaN(value) ? '' : value}
      onChange={(event) => onValueChange(event.target.value === '' ? Number.NaN : Number(event.target.value))}
    />
  );
}
