/**
 * For `.catch()` of a write: null when the database refused it because a value that must be unique is taken, else the error again.
 * Checking before writing is for good messages; only this also holds when two requests come at once.
 */
export function nullIfTaken(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'P2002') return null;
  throw error;
}
