import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';
import { botContentSchema } from './bot-content.schema';

/** What the engine knows of an integration. `definition` is opaque to it and goes to the port that calls. */
export const programIntegrationSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** `X` of `api_X`. */
  responseVariable: z.string(),
  fieldKeys: z.array(z.string()),
  definition: jsonValueSchema,
});
export type ProgramIntegration = z.infer<typeof programIntegrationSchema>;

/** A bot ready to run: a release, or the compiled draft in previews. Never changes; the engine caches by identity. */
export const programSchema = botContentSchema.extend({
  botId: z.string(),
  /** Null for a draft. */
  releaseNumber: z.number().int().nullable(),
  integrations: z.record(z.string(), programIntegrationSchema),
});
export type Program = z.infer<typeof programSchema>;
