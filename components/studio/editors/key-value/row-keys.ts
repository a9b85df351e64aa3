/** What a key pressed in a cell means for the rows. */
export type RowKeyAction = { kind: 'focus-next' } | { kind: 'remove' } | { kind: 'move'; by: 1 | -1 };

/**
 * Enter goes to the next row, Alt+↑/↓ moves the row, Backspace removes a row that is empty. Null for keys that are not
 * the table's.
 */
export function findRowKeyAction(
  event: { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean },
  isRowEmpty: boolean,
): RowKeyAction | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.altKey) {
    if (event.key === 'ArrowUp') return { kind: 'move', by: -1 };
    return event.key === 'ArrowDown' ? { kind: 'move', by: 1 } : null;
  }
  if (event.key === 'Enter') return { kind: 'focus-next' };
  return event.key === 'Backspace' && isRowEmpty ? { kind: 'remove' } : null;
}
