'use client';

import { CellField } from '@/components/studio/builder/panel/lists/cell-field';
import { usePanelFacts } from '@/components/studio/builder/panel/panel-context';
import { TemplateInput } from '@/components/studio/editors/template-input';

/** Properties of `TemplateCell`. */
export type TemplateCellProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  multiline?: boolean;
  /** As `CellField` has it; left out, the cell has the problems of the list. */
  field?: string;
};

/** A text with variables in a row of a list; its label is for screen readers and, while it is empty, its placeholder. */
export function TemplateCell({ label, value, onChange, placeholder, multiline, field }: TemplateCellProps) {
  const { variables, findUnknown } = usePanelFacts();
  const input = (
    <TemplateInput
      ariaLabel={label}
      value={value}
      onChange={onChange}
      placeholder={placeholder ?? label}
      multiline={multiline}
      variables={variables}
      findUnknown={findUnknown}
      className="min-w-[min(100%,8rem)] flex-1"
    />
  );
  return field === undefined ? input : <CellField field={field}>{input}</CellField>;
}
