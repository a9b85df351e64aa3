import { z } from 'zod';
import { programSchema } from '@/lib/engine/program/program.schema';
import { defineRoute } from '@/lib/http/route/route-contract';
import { draftSchema } from '@/lib/modules/draft/draft.contract';

const botParams = z.object({ botId: z.string() });
const params = botParams.extend({ releaseId: z.string() });
const tag = 'Releases';
const access = 'session';

/** One line in the list of releases. */
export const releaseSummarySchema = z.object({
  id: z.string(),
  /** 1, 2, 3 … within the bot. */
  number: z.number().int(),
  note: z.string(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
  /** Whether new conversations begin on it. */
  isLive: z.boolean(),
});
export type ReleaseSummary = z.infer<typeof releaseSummarySchema>;

/** What came of a release's integrations when it was restored, by name. */
export const restoredIntegrationsSchema = z.object({
  /** Were there, and are now as they were then. */
  changed: z.array(z.string()),
  /** Had been deleted, and are there again. */
  created: z.array(z.string()),
  /** Were made since then, and stay as they are. */
  kept: z.array(z.string()),
  /** Lost their credential, because it was deleted. */
  withoutCredential: z.array(z.string()),
});

export const listReleases = defineRoute({
  method: 'get',
  path: '/bots/{botId}/releases',
  operationId: 'listReleases',
  tag,
  summary: 'All releases of a bot, newest first',
  access,
  params: botParams,
  result: z.object({ releases: z.array(releaseSummarySchema) }),
  problems: ['bot/not-found'],
});

export const publishRelease = defineRoute({
  method: 'post',
  path: '/bots/{botId}/releases',
  operationId: 'publishRelease',
  tag,
  summary: 'Publish the draft and make it live',
  description: 'Refused with every error and warning in `problems` when the draft has errors, and when it is no longer at `draftVersion`.',
  access,
  params: botParams,
  body: z.object({
    note: z.string().trim().max(2_000, 'Use at most 2,000 characters.').default(''),
    draftVersion: z.number().int(),
  }),
  result: releaseSummarySchema,
  status: 201,
  problems: ['bot/not-found', 'release/draft-has-problems', 'release/draft-changed'],
});

export const getRelease = defineRoute({
  method: 'get',
  path: '/bots/{botId}/releases/{releaseId}',
  operationId: 'getRelease',
  tag,
  summary: 'One release with everything that runs',
  access,
  params,
  result: releaseSummarySchema.extend({ program: programSchema }),
  problems: ['bot/not-found', 'release/not-found'],
});

export const setLiveRelease = defineRoute({
  method: 'put',
  path: '/bots/{botId}/live-release',
  operationId: 'setLiveRelease',
  tag,
  summary: 'Choose the release that new conversations begin on',
  access,
  params: botParams,
  body: z.object({ releaseId: z.string() }),
  result: releaseSummarySchema,
  problems: ['bot/not-found', 'release/not-found'],
});

export const restoreRelease = defineRoute({
  method: 'post',
  path: '/bots/{botId}/releases/{releaseId}/restore',
  operationId: 'restoreRelease',
  tag,
  summary: 'Make the draft and its integrations what a release was',
  description: 'Integrations are set back or created again under their ids; those made since then stay. What is live does not change.',
  access,
  params,
  result: z.object({ draft: draftSchema, integrations: restoredIntegrationsSchema }),
  problems: ['bot/not-found', 'release/not-found', 'release/integration-clash'],
});
