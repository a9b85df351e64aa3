const COUNT_DIGITS = 12;

/**
 * Makes ids of which, among those of one process, the later is the greater. Posts are kept with the millisecond in which they came; of several
 * in one, the ids tell which was first.
 */
export function createOrderedIds(newId: () => string): () => string {
  let count = 0;
  return () => `${String((count += 1)).padStart(COUNT_DIGITS, '0')}-${newId()}`;
}
