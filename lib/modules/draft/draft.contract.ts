import { z } from 'zod';
import { botContentSchema } from '@/lib/engine/program/bot-content.schema';
import { defineRoute } from '@/lib/http/route/route-contract';
import { integrationDefinitionSchema } from '@/lib/modules/integration/integration.schema';
import { draftChangeSchema } from './draft-change.schema';

const params = z.object({ botId: z.string() });
const tag = 'Drafts';
const access = 'session';

/** A draft as the API shows it. */
export const draftSchema = z.object({
  content: botContentSchema,
  /** Grows with every change; 0 before the first one. */
  version: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type Draft = z.infer<typeof draftSchema>;

const draftVersionSchema = draftSchema.omit({ content: true });
/** What a change answers. */
export type DraftVersion = z.infer<typeof draftVersionSchema>;

/** What stands around a draft: checks, uses and refactorings look at it too. */
export const draftSurroundingsSchema = z.object({
  /** By name. */
  integrations: z.array(z.object({ id: z.string(), version: z.number().int(), definition: integrationDefinitionSchema })),
  /** Keys of the bot's environment; null when it has none. */
  environmentKeys: z.array(z.string()).nullable(),
  /** Whether the Web View settings have an address for `{$webViewUrl}`. */
  hasWebViewPage: z.boolean(),
});
export type DraftSurroundings = z.infer<typeof draftSurroundingsSchema>;
/** An integration with its definition, as the rules of drafts take it. */
export type DraftIntegration = DraftSurroundings['integrations'][number];

export const getDraft = defineRoute({
  method: 'get',
  path: '/bots/{botId}/draft',
  operationId: 'getDraft',
  tag,
  summary: 'The bot as it is being edited',
  access,
  params,
  result: draftSchema,
  problems: ['bot/not-found'],
});

export const getDraftVersion = defineRoute({
  method: 'get',
  path: '/bots/{botId}/draft/version',
  operationId: 'getDraftVersion',
  tag,
  summary: 'The version of the draft',
  description: 'Cheap: for noticing that somebody else changed it.',
  access,
  params,
  result: z.object({ version: z.number().int() }),
  problems: ['bot/not-found'],
});

export const getDraftSurroundings = defineRoute({
  method: 'get',
  path: '/bots/{botId}/draft/surroundings',
  operationId: 'getDraftSurroundings',
  tag,
  summary: 'Integrations and environment keys that a draft can use',
  access,
  params,
  result: draftSurroundingsSchema,
  problems: ['bot/not-found'],
});

export const changeDraft = defineRoute({
  method: 'patch',
  path: '/bots/{botId}/draft',
  operationId: 'changeDraft',
  tag,
  summary: 'Change the draft',
  description:
    'Each place is compared with `before` and set to `after`, all or none. A place that already is as `after` is fine, so a repeated call does no harm. ' +
    'Otherwise refused with `conflicts`: each place with its `current` value, and the `version`.',
  access,
  params,
  body: z.object({ changes: z.array(draftChangeSchema).min(1, 'Give at least one change.').max(20_000, 'Use at most 20,000 changes.') }),
  bodyBytesMax: 10 * 1024 * 1024,
  result: draftVersionSchema,
  problems: ['bot/not-found', 'draft/changed-meanwhile', 'draft/invalid', 'draft/too-large'],
});
