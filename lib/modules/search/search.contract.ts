import { z } from 'zod';
import { defineRoute } from '@/lib/http/route/route-contract';

export const searchHitSchema = z.object({
  kind: z.enum(['bot', 'dialog', 'interaction', 'integration', 'credential', 'environment', 'channel']),
  id: z.string(),
  title: z.string(),
  subtitle: z.string(),
  /** Address of its page. */
  href: z.string(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const search = defineRoute({
  method: 'get',
  path: '/search',
  operationId: 'search',
  tag: 'Search',
  summary: 'Find bots, dialogs, interactions, integrations, credentials, environments and channels by name',
  access: 'session',
  query: z.object({ q: z.string().max(200, 'Use at most 200 characters.').default('').describe('Part of a name; empty gives what changed last.') }),
  result: z.object({ hits: z.array(searchHitSchema) }),
});
