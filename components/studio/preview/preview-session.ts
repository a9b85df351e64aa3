import { z } from 'zod';

import { attachmentSchema } from '@/lib/engine/event.schema';
import { jsonValueSchema } from '@/lib/engine/json';
import { conversationOptionsSchema } from '@/lib/modules/conversation/conversation.schema';

/** How previews of a bot begin; kept from one to the next. */
export const previewSetupSchema = z.object({
  consumer: z.object({ id: z.string(), name: z.string(), language: z.string(), channel: z.string() }),
  /** Null: the bot greets. */
  dialogId: z.string().nullable(),
  /** Session variables set before the first turn. */
  variables: z.record(z.string(), jsonValueSchema),
  calls: conversationOptionsSchema.shape.calls,
});
export type PreviewSetup = z.infer<typeof previewSetupSchema>;

/** Something said that the server has not confirmed yet. Sending it again under its id has no second effect. */
export const pendingMessageSchema = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  text: z.string(),
  payload: z.string().nullable(),
  metadata: z.array(jsonValueSchema),
  attachments: z.array(attachmentSchema),
  /** Number of the conversation's newest message when it was said. */
  afterSeq: z.number(),
  /** Why it was not sent; null while it is under way. */
  problem: z.string().nullable(),
  /** It would be refused again as it is. */
  isRefused: z.boolean().default(false),
});
export type PendingMessage = z.infer<typeof pendingMessageSchema>;

/** What the preview of one bot remembers in this browser tab, also over a reload. */
export const previewSessionSchema = z.object({
  /** Null before the first conversation. */
  conversationId: z.string().nullable(),
  /** The draft's version when the conversation began; null when that is not known. */
  draftVersion: z.number().nullable(),
  pending: z.array(pendingMessageSchema),
  setup: previewSetupSchema,
});
export type PreviewSession = z.infer<typeof previewSessionSchema>;

/** Nothing was previewed yet. */
export const emptyPreviewSession: PreviewSession = {
  conversationId: null,
  draftVersion: null,
  pending: [],
  setup: {
    consumer: { id: '', name: '', language: '', channel: 'lp_web' },
    dialogId: null,
    variables: {},
    calls: { default: { kind: 'live' }, byIntegrationId: {} },
  },
};

/** A session as it was stored; what was under way at a reload may or may not have arrived. */
export function parsePreviewSession(text: string | null): PreviewSession {
  if (text === null) return emptyPreviewSession;
  const parsed = previewSessionSchema.safeParse(parseJson(text));
  if (!parsed.success) return emptyPreviewSession;
  const pending = parsed.data.pending.map((message) => ({ ...message, problem: message.problem ?? 'The page was left before the server confirmed it. Send it again: it never arrives twice.' }));
  return { ...parsed.data, pending };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
