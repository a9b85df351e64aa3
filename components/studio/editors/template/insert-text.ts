/** The element behind a template field. */
export type TemplateField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Replaces a stretch of the field's text as if it had been typed, so that the browser's own undo takes it back and the
 * field's `input` event fires. The caret ends behind the inserted text.
 */
export function insertTextAt(field: TemplateField, range: { start: number; end: number }, text: string): void {
  field.focus();
  field.setSelectionRange(range.start, range.end);
  // Deprecated, yet still the only way that keeps the undo history of a native field.
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, range.start, range.end, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
