'use client';

import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import { useMarkFirstStep } from '@/components/studio/first-steps/use-first-steps';
import { notify } from '@/components/ui/toaster';
import { pathForValue, suggestFieldKey } from '@/lib/modules/integration/field-suggestion.rules';

/** Makes a custom data field of a value in the response; tells the row where it stands, also when it was there before. */
export function useFieldMapping(form: DesignerForm, onMapped: (rowIndex: number) => void) {
  const markFirstStep = useMarkFirstStep();
  return (location: readonly (string | number)[], every: boolean) => {
    const { customDataFields, responseVariable } = form.draft;
    const path = pathForValue(location, { responseVariable: responseVariable || 'RESPONSE', every });
    const known = customDataFields.findIndex((field) => field.path === path);
    if (known >= 0) return onMapped(known);
    const key = suggestFieldKey(location, customDataFields.map((field) => field.key));
    form.edit((now) => ({ ...now, customDataFields: [...now.customDataFields, { key, path }] }));
    markFirstStep('map-field');
    notify.undo(`Added the field ${key}`, () => {
      form.edit((now) => ({ ...now, customDataFields: now.customDataFields.filter((field) => field.key !== key || field.path !== path) }));
    });
    onMapped(customDataFields.length);
  };
}
