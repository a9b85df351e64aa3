import { notify } from '@/components/ui/toaster';
import type { JsonValue } from '@/lib/engine/json';

/** A value as text for the clipboard: a string as it is, everything else as indented JSON. */
export function toCopyText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** Copies a text and says what was copied, or why it could not be. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify.success(`${what} copied`);
  } catch {
    notify.error('Nothing was copied', 'The browser refused access to the clipboard. Select the text and copy it by hand.');
  }
}
