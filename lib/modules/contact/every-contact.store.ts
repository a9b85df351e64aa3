import type { Database } from '@/lib/platform/db/open-database';

/** Contacts looked at in one query, so that nobody waits for the others behind it. */
const PAGE_COUNT = 500;

/** Contacts of whatever workspace, as far as cleaning up concerns them all. */
export function everyContactStore(db: Database) {
  async function deleteOf(workspaceId: string, seenBefore: Date): Promise<number> {
    let deletedCount = 0;
    let last: { lastSeenAt: Date; id: string } | null = null;
    for (;;) {
      const isBehind = last === null ? {} : { OR: [{ lastSeenAt: { gt: last.lastSeenAt } }, { lastSeenAt: last.lastSeenAt, id: { gt: last.id } }] };
      const page: { lastSeenAt: Date; id: string }[] = await db.contact.findMany({
        where: { workspaceId, lastSeenAt: { lt: seenBefore }, ...isBehind },
        orderBy: [{ lastSeenAt: 'asc' }, { id: 'asc' }],
        take: PAGE_COUNT,
        select: { id: true, lastSeenAt: true },
      });
      deletedCount += await deleteSilentOf(page.map(({ id }) => id), seenBefore);
      last = page.at(-1) ?? null;
      if (page.length < PAGE_COUNT) return deletedCount;
    }
  }

  async function deleteSilentOf(ids: string[], seenBefore: Date): Promise<number> {
    const spoken = await db.conversation.findMany({ where: { consumerId: { in: ids } }, distinct: ['consumerId'], select: { consumerId: true } });
    // Conversations of those who were merged into a contact are that contact's.
    const merged = await db.contact.findMany({ where: { mergedIntoId: { in: ids } }, distinct: ['mergedIntoId'], select: { mergedIntoId: true } });
    const kept = new Set([...spoken.map(({ consumerId }) => consumerId), ...merged.map(({ mergedIntoId }) => mergedIntoId)]);
    const silent = ids.filter((id) => !kept.has(id));
    // Who came back meanwhile stays.
    return silent.length === 0 ? 0 : (await db.contact.deleteMany({ where: { id: { in: silent }, lastSeenAt: { lt: seenBefore } } })).count;
  }

  return {
    /** Deletes contacts without any conversation who were last seen before a time. @returns how many */
    async deleteSilent(seenBeforeMs: number): Promise<number> {
      let deletedCount = 0;
      for (const { id } of await db.workspace.findMany({ select: { id: true } })) deletedCount += await deleteOf(id, new Date(seenBeforeMs));
      return deletedCount;
    },
  };
}
