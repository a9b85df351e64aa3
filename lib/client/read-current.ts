import type { z } from 'zod';
import { ApiProblem } from '@/lib/client/call-api';

/** The other person's version, when that is why a save was refused; null for every other error. */
export function readCurrent<Schema extends z.ZodType>(error: unknown, schema: Schema): z.output<Schema> | null {
  if (!(error instanceof ApiProblem) || error.problem.status !== 409) return null;
  const parsed = schema.safeParse(error.problem['current']);
  return parsed.success ? parsed.data : null;
}
