import { z } from 'zod';
import { jsonObjectSchema } from '@/lib/engine/json';
import { conditionSchema, variableConditionSchema } from './condition.schema';
import { nextActionSchema } from './next-action.schema';

/** How long a variable lives. Source: conversation-builder reference, section 8.4. */
export const variableDurationSchema = z.enum(['request', 'dialog', 'session', 'permanent']);
export type VariableDuration = z.infer<typeof variableDurationSchema>;

/** A bot variable set by a rule or by a set-variables interaction. A value that is nothing but one reference keeps that value's type. */
export const variableAssignmentSchema = z.object({
  name: z.string().max(200, 'Use at most 200 characters.'),
  /** Text with variables. */
  value: z.string().max(10_000, 'Use at most 10,000 characters.'),
  duration: variableDurationSchema.default('session'),
});
export type VariableAssignment = z.infer<typeof variableAssignmentSchema>;

/** A slot filled with an entity found in the answer. Source: conversation-builder reference, section 8.5. */
export const slotAssignmentSchema = z.object({
  slot: z.string().max(200, 'Use at most 200 characters.'),
  entityId: z.string(),
  duration: variableDurationSchema.default('session'),
});
export type SlotAssignment = z.infer<typeof slotAssignmentSchema>;

/** “If …, then store … and go to …”. Source: conversation-builder reference, section 7.6. */
export const ruleSchema = z.object({
  id: z.string(),
  name: z.string().max(200, 'Use at most 200 characters.').default(''),
  /** At least one is needed, unless there are variable conditions. */
  conditions: z.array(conditionSchema).max(50, 'Use at most 50 conditions.').default([]),
  /** Whether one condition is enough. Variable conditions must always all hold. */
  conditionMode: z.enum(['any', 'all']).default('any'),
  variableConditions: z.array(variableConditionSchema).max(50, 'Use at most 50 conditions.').default([]),
  assignments: z.array(variableAssignmentSchema).max(50, 'Use at most 50 variables.').default([]),
  slots: z.array(slotAssignmentSchema).max(20, 'Use at most 20 slots.').default([]),
  next: nextActionSchema.default({ kind: 'next' }),
  /** Sent when the rule matches; the reference knows it for No Match only. */
  message: z.string().max(10_000, 'Use at most 10,000 characters.').default(''),
  /** What a vendor's export holds beyond our shape. */
  vendor: jsonObjectSchema.optional(),
});
export type Rule = z.infer<typeof ruleSchema>;
