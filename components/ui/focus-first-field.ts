/**
 * Puts the focus into the first field of a form, with its text selected as if one had come by Tab.
 * @returns whether there is such a field
 */
export function focusFirstField(within: HTMLElement | null): boolean {
  const field = within?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(FIELDS);
  if (!field) return false;
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
  return true;
}

/** The same as a `ref`, for a form that appears later than the dialog around it. */
export function firstFieldRef(form: HTMLFormElement | null): void {
  focusFirstField(form);
}

const FIELDS = ['input:not([type="hidden"])', 'select', 'textarea'].map((field) => `${field}:enabled`).join(',');
