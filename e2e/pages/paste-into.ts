import type { Locator } from '@playwright/test';

/** Replaces all of a field's or editor's text by pasting, as a person does with text from elsewhere. */
export async function pasteInto(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+A');
  await field.evaluate((_, pasted) => navigator.clipboard.writeText(pasted), text);
  await field.press('ControlOrMeta+V');
}
