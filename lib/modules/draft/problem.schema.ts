import { z } from 'zod';

/** Where something stands in a bot. Without any id: in its settings or Global Functions, by `field`. */
export const draftSpotSchema = z.object({
  dialogId: z.string().optional(),
  interactionId: z.string().optional(),
  ruleId: z.string().optional(),
  intentId: z.string().optional(),
  entityId: z.string().optional(),
  integrationId: z.string().optional(),
  /** The member in question, dotted for inner ones: `text`, `preProcess`, `tiles.0.title`, `globalFunctions`. */
  field: z.string().optional(),
  /** In scripts, from 1. */
  line: z.number().int().optional(),
});
export type DraftSpot = z.infer<typeof draftSpotSchema>;

/** Something wrong with a draft. Errors keep it from being published, warnings don't. */
export const draftProblemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  /** Stable, for example `dialog/unreachable`. */
  code: z.string(),
  /** What is wrong and what to do, naming the thing. */
  message: z.string(),
  place: draftSpotSchema,
});
export type DraftProblem = z.infer<typeof draftProblemSchema>;
