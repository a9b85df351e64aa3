import { z } from 'zod';
import { resultEventSchema, turnEventSchema } from '@/lib/engine/event.schema';
import type { ConversationState } from './conversation-state.schema';

/**
 * Where a turn under way stands: the state before it, what began it, and every answer it got until now. A turn is a pure
 * function of these, so it goes on by being played again from its beginning; no position needs to be described.
 */
export const turnStateSchema = z.object({
  /** Checked when it was loaded; not walked again. */
  before: z.custom<ConversationState>((value) => typeof value === 'object' && value !== null, 'Give a state.'),
  event: turnEventSchema,
  answers: z.array(resultEventSchema),
});
export type TurnState = z.infer<typeof turnStateSchema>;
