import type { Database } from '@/lib/platform/db/open-database';
import type { SearchHit } from './search.contract';

/** Hits of each kind at most. */
const HITS_PER_KIND_MAX = 8;

/** Finds things of one workspace by name. */
export function searchStore(db: Database, workspaceId: string) {
  return {
    /** Bots first, then integrations, credentials, environments; within a kind the most recently changed first. */
    async find(text: string): Promise<SearchHit[]> {
      const where = { workspaceId, name: { contains: text } };
      const options = { orderBy: { updatedAt: 'desc' as const }, take: HITS_PER_KIND_MAX };
      const [bots, integrations, credentials, environments] = await Promise.all([
        db.bot.findMany({ where, ...options }),
        db.integration.findMany({ where: text === '' ? where : { workspaceId, OR: [{ name: { contains: text } }, { url: { contains: text } }, { responseVariable: { contains: text } }] }, ...options, include: { bot: { select: { name: true } } } }),
        db.credential.findMany({ where, ...options }),
        db.environment.findMany({ where, ...options }),
      ]);
      return [
        ...bots.map((row) => ({ kind: 'bot' as const, id: row.id, title: row.name, subtitle: row.description.slice(0, 80), href: `/bots/${row.id}/integrations` })),
        ...integrations.map((row) => ({ kind: 'integration' as const, id: row.id, title: row.name, subtitle: `${row.bot.name} · ${row.method} ${row.url}`.slice(0, 120), href: `/bots/${row.botId}/integrations/${row.id}` })),
        ...credentials.map((row) => ({ kind: 'credential' as const, id: row.id, title: row.name, subtitle: row.kind, href: `/credentials/${row.id}` })),
        ...environments.map((row) => ({ kind: 'environment' as const, id: row.id, title: row.name, subtitle: row.description.slice(0, 80), href: `/environments/${row.id}` })),
      ];
    },
  };
}
