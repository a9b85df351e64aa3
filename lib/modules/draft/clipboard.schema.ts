import { z } from 'zod';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { entitySchema, intentSchema } from '@/lib/engine/program/understanding.schema';

/** Dialogs or interactions on their way to another place, as text on the clipboard. */
export const draftClipboardSchema = z.object({
  format: z.literal('parley/clipboard'),
  version: z.literal(1),
  /** Copied as wholes; their interactions are below. Empty when single interactions were copied. */
  dialogs: z.array(dialogSchema),
  /** In their order. */
  interactions: z.array(interactionSchema),
  /** What they use, by which it is found again in another bot. */
  integrations: z.array(z.object({ id: z.string(), responseVariable: z.string() })),
  intents: z.array(intentSchema),
  entities: z.array(entitySchema),
});
export type DraftClipboard = z.infer<typeof draftClipboardSchema>;
