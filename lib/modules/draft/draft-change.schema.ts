import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';

/** Ids come from us or from a vendor's export. What every object has, such as `constructor`, is no id. */
const idSchema = z
  .string()
  .regex(/^[\w.:@~-]{1,200}$/, 'Use an id of letters, digits and . : @ ~ _ -')
  .refine((id) => !(id in {}), 'This id is reserved.');

/** What a change replaces: a part of the content as a whole, or one thing by its id. */
export const draftPlaceSchema = z.union([
  z.tuple([z.enum(['settings', 'globalFunctions', 'dialogIds', 'vendor'])]),
  z.tuple([z.enum(['dialogs', 'interactions', 'intents', 'entities']), idSchema]),
]);
export type DraftPlace = z.infer<typeof draftPlaceSchema>;

/** Kinds of things that stand by id. */
export type DraftCollection = Extract<DraftPlace, [string, string]>[0];

/**
 * One place of a draft as it was and as it is to be. `null`: the thing isn't there; for `settings`, `globalFunctions` and `dialogIds`
 * it stands for their defaults. A change knows its way back, so that it can be undone.
 */
export const draftChangeSchema = z.object({ place: draftPlaceSchema, before: jsonValueSchema, after: jsonValueSchema });
export type DraftChange = z.infer<typeof draftChangeSchema>;
