/** A person's stay in one text field or editor, from focus to focus. Browser only. */
interface TextVisit {
  number: number;
  field: Element;
  /** What a native field held at the beginning; null for editors, which keep their text to themselves. */
  textAtStart: string | null;
  draftAtStart: unknown;
}

let visit: TextVisit | null = null;
let visitCount = 0;

/**
 * Notes every visit to a text field; `readDraft` gives the draft, by which an editor's own changes are recognised.
 * @returns how to stop
 */
export function watchTextVisits(readDraft: () => unknown): () => void {
  function begin(event: FocusEvent) {
    const field = event.target instanceof Element ? findTextField(event.target) : null;
    if (field !== null && field === visit?.field) return;
    visitCount += 1;
    visit = field && { number: visitCount, field, textAtStart: readText(field), draftAtStart: readDraft() };
  }
  window.addEventListener('focusin', begin);
  return () => window.removeEventListener('focusin', begin);
}

/** The number of the visit under way; null when no text field has the focus. */
export function readTextVisit(): number | null {
  return visit !== null && document.activeElement !== null && findTextField(document.activeElement) === visit.field ? visit.number : null;
}

/** Whether undo in this element is its own: it is a text field that was changed since it got the focus. */
export function hasOwnUndo(target: Element | null, isDraftSame: (draftAtStart: unknown) => boolean): boolean {
  if (target === null || visit === null || findTextField(target) !== visit.field) return false;
  return visit.textAtStart === null ? !isDraftSame(visit.draftAtStart) : readText(visit.field) !== visit.textAtStart;
}

function findTextField(element: Element): Element | null {
  const editor = element.closest('.monaco-editor');
  if (editor) return editor;
  if (element instanceof HTMLTextAreaElement) return element;
  const isTyped = element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'color', 'file'].includes(element.type);
  return isTyped ? element : null;
}

function readText(field: Element): string | null {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : null;
}
