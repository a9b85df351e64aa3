import { z } from 'zod';

/**
 * Where the flow goes on. Source: conversation-builder reference, section 6.7; `back` is ours (section 10, pain 14).
 * - `next`: the following interaction of the dialog; past the last one the dialog is complete
 * - `repeat`: the same question again
 * - `end`: stops the flow in this dialog
 * - `back`: the question before this one
 * - `close-conversation`, `close-dialog`: no survey, survey
 */
export const nextActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('next') }),
  z.object({ kind: z.literal('repeat') }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('close-conversation') }),
  z.object({ kind: z.literal('close-dialog') }),
  z.object({ kind: z.literal('interaction'), interactionId: z.string() }),
  z.object({ kind: z.literal('dialog'), dialogId: z.string() }),
]);
export type NextAction = z.infer<typeof nextActionSchema>;
