import { z } from 'zod';

const firstStepSchema = z.enum(['run', 'map-field', 'paste-curl', 'talk', 'web-view']);

/** What the checklist of the first visit asks to try, in its order. */
export const FIRST_STEPS = firstStepSchema.options;

/** One step of the checklist. */
export type FirstStep = z.infer<typeof firstStepSchema>;

const progressSchema = z.object({ done: z.array(firstStepSchema), isDismissed: z.boolean() });

/** How far a person is with the checklist. */
export type FirstStepsProgress = z.infer<typeof progressSchema>;

/** Of somebody who is here for the first time. */
export const NO_PROGRESS: FirstStepsProgress = { done: [], isDismissed: false };

/** Reads what was kept; what can't be understood counts as nothing done. */
export function parseProgress(kept: string | null): FirstStepsProgress {
  try {
    return progressSchema.catch(NO_PROGRESS).parse(JSON.parse(kept ?? 'null'));
  } catch {
    return NO_PROGRESS;
  }
}

/** The progress with one more step done; the very same object when it was done before. */
export function withStepDone(progress: FirstStepsProgress, step: FirstStep): FirstStepsProgress {
  return progress.done.includes(step) ? progress : { ...progress, done: [...progress.done, step] };
}

/** What is chosen from: the parts of an integration's summary that matter here. */
type Candidate = { id: string; method: string; fieldKeys: readonly string[] };

/**
 * The integration to try first: one that only reads, and has the most custom data fields to see.
 * @returns null when there is none that only reads; trying must not change anything at the other end
 */
export function pickFirstToRun<T extends Candidate>(integrations: readonly T[]): T | null {
  const readers = integrations.filter(({ method }) => method === 'GET');
  return readers.reduce<T | null>((best, next) => (best === null || next.fieldKeys.length > best.fieldKeys.length ? next : best), null);
}
