/** Also the code editor's own, which is none of the browser's. */
const CONTROLS = 'input:not([type="hidden"]), select, textarea, .native-edit-context, button[role="switch"]';

/**
 * Puts the focus into a field of the form by its dotted path: `url`, `headers.2.value`, `postBody`. Where the path has no
 * field of its own, the nearest one around it is meant. Does nothing while the field isn't on screen.
 */
export function focusPlace(form: HTMLElement, path: string): void {
  const segments = path.split('.');
  for (let count = segments.length; count > 0; count -= 1) {
    const place = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(segments.slice(0, count).join('.'))}"]`);
    if (!place) continue;
    const control = findControl(place, segments.slice(count));
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
    return;
  }
}

/** `rest` is a row's index and its cell, in the tables; `rows` between them and the field says nothing. */
function findControl(place: HTMLElement, rest: readonly string[]): HTMLElement | null {
  const [index, cell] = rest.filter((segment) => segment !== 'rows');
  const row = index === undefined ? null : place.querySelector<HTMLElement>(`[data-row-index="${CSS.escape(index)}"]`);
  const inCell = row && cell !== undefined ? row.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"] :is(${CONTROLS})`) : null;
  return inCell ?? (row ?? place).querySelector<HTMLElement>('[aria-invalid="true"]') ?? (row ?? place).querySelector<HTMLElement>(CONTROLS);
}
