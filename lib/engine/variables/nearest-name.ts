/**
 * The name that somebody probably meant; null when none is near. Near means: the same but for case, or at most a third of its letters
 * (and no more than three) added, left out or changed.
 */
export function findNearestName(name: string, candidates: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const distanceMax = Math.min(3, Math.floor(name.length / 3));
  let nearest: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = measureDistance(wanted, candidate.toLowerCase());
    if (distance <= distanceMax && (nearest === null || distance < nearest.distance)) nearest = { candidate, distance };
  }
  return nearest?.candidate ?? null;
}

/** Levenshtein distance, row by row. */
function measureDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
