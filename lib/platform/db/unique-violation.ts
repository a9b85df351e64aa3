import { isDriverAdapterError } from '@prisma/driver-adapter-utils';

/**
 * For `.catch()` of a write: null when the database refused it because a value that must be unique is taken, else the error again.
 * Checking before writing is for good messages; only this also holds when two requests come at once.
 */
export function nullIfTaken(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'P2002') return null;
  throw error;
}

/** Whether the database refused a write because a value that must be unique is taken; statements written by hand say it in another way. */
export function isUniqueViolation(error: unknown): boolean {
  if (isDriverAdapterError(error)) return error.cause.kind === 'UniqueConstraintViolation';
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'P2002') return true;
  return error.code === 'P2010' && 'meta' in error && JSON.stringify(error.meta ?? null).includes('"kind":"UniqueConstraintViolation"');
}
