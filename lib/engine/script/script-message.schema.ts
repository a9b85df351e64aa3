import { z } from 'zod';

/** A text that a script sends. Quick replies stand as the reference writes them: at most 10, titles of at most 20 characters (section 5.6). */
export const scriptMessageSchema = z.object({
  text: z.string(),
  visibility: z.enum(['normal', 'private']),
  quickReplies: z.array(z.object({ title: z.string(), payload: z.string() })),
});
