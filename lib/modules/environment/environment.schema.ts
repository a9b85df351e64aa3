import { z } from 'zod';

const nameSchema = z.string().trim().min(1, 'Enter a name.').max(120, 'Use at most 120 characters.');
const descriptionSchema = z.string().max(2_000, 'Use at most 2,000 characters.').default('');

/**
 * Key of an environment variable, as in `{$env.key}`. The platform's own keys begin with `system_`, the only underscore.
 * Source: conversation-builder reference, section 8.7.
 */
export const environmentKeySchema = z
  .string()
  .trim()
  .min(1, 'Enter a key.')
  .max(100, 'Use at most 100 characters.')
  .regex(/^(?:system_)?[A-Za-z0-9]+$/, 'Use letters and digits only.');

const valueSchema = z.string().max(20_000, 'Use at most 20,000 characters.');

const variableInputSchema = z.object({ key: environmentKeySchema, value: valueSchema.default(''), isSecret: z.boolean().default(false) });

/** A variable when changed. A value left out, null or, for a secret, empty stays as it was. */
const variableUpdateSchema = variableInputSchema.extend({ value: valueSchema.nullish() });
export type VariableUpdate = z.infer<typeof variableUpdateSchema>;

/** Most variables in one environment. */
export const VARIABLE_COUNT_MAX = 500;

/** In the order in which they are shown; keys differ. */
const withUniqueKeys = <T extends z.ZodType<{ key: string }>>(variableSchema: T) =>
  z
    .array(variableSchema)
    .max(VARIABLE_COUNT_MAX, `Use at most ${VARIABLE_COUNT_MAX} variables.`)
    .superRefine((variables, context) => {
      const seen = new Set<string>();
      variables.forEach(({ key }, index) => {
        if (seen.has(key)) context.addIssue({ code: 'custom', path: [index, 'key'], message: `“${key}” is already used above.` });
        seen.add(key);
      });
    });

/** A new environment. */
export const environmentInputSchema = z.object({
  name: nameSchema,
  description: descriptionSchema,
  variables: withUniqueKeys(variableInputSchema).default([]),
});
export type EnvironmentInput = z.infer<typeof environmentInputSchema>;

/** A changed environment: the variables are the whole new list. `version` is the one that the change was made from. */
export const environmentUpdateSchema = z.object({
  name: nameSchema,
  description: descriptionSchema,
  variables: withUniqueKeys(variableUpdateSchema),
  version: z.number().int(),
});
export type EnvironmentUpdate = z.infer<typeof environmentUpdateSchema>;

/** A variable as the API shows it: a secret's value is null. */
export const variableViewSchema = z.object({
  key: z.string(),
  value: z.string().nullable(),
  isSecret: z.boolean(),
  hasValue: z.boolean(),
});
export type VariableView = z.infer<typeof variableViewSchema>;

/** One line in the list of environments. */
export const environmentSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  variableCount: z.number().int(),
  usedByCount: z.number().int(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type EnvironmentSummary = z.infer<typeof environmentSummarySchema>;

/** A bot that uses an environment. */
export const environmentUseSchema = z.object({ botId: z.string(), botName: z.string() });
export type EnvironmentUse = z.infer<typeof environmentUseSchema>;

/** An environment with its variables and the bots that use it. */
export const environmentViewSchema = environmentSummarySchema.extend({
  variables: z.array(variableViewSchema),
  usedBy: z.array(environmentUseSchema),
});
export type EnvironmentView = z.infer<typeof environmentViewSchema>;
