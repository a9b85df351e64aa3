import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';

/** Tells a key/value editor what is wrong in its rows; `path` is where the rows stand in the definition. */
export function toRowErrors(form: DesignerForm, path: string): (rowIndex: number, field: string) => string | null {
  return (rowIndex, field) => form.errorAt(`${path}.${rowIndex}.${field}`) ?? null;
}
