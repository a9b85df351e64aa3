'use client';

import { PanelField, type PanelFieldProps } from '@/components/studio/builder/panel/panel-field';
import { usePanelFacts } from '@/components/studio/builder/panel/panel-context';
import { TemplateInput } from '@/components/studio/editors/template-input';

/** Properties of `TemplateField`, beyond those of its field. */
export type TemplateFieldProps = Omit<PanelFieldProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
  placeholder?: string;
};

/** A text in which variables can be completed after `{`. */
export function TemplateField({ value, onChange, multiline, placeholder, ...field }: TemplateFieldProps) {
  const { variables, findUnknown } = usePanelFacts();
  return (
    <PanelField {...field}>
      <TemplateInput value={value} onChange={onChange} multiline={multiline} placeholder={placeholder} variables={variables} findUnknown={findUnknown} />
    </PanelField>
  );
}
