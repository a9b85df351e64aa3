import type { Database } from '@/lib/platform/db/open-database';
import type { LinePosition } from './line-position.rules';

/** A conversation as far as it tells whether something is new. */
export type RowPosition = Pick<LinePosition, 'version' | 'readSeq'> & { id: string };

/** SQLite takes 32,766 values in a statement. */
const ID_COUNT_MAX = 10_000;
/** Conversations in which nothing happened for longer are not looked at. */
const LOOK_BACK_MS = 24 * 60 * 60_000;

/** What live connections look at together, of whatever workspace. */
export function everyConsumerStore(db: Database) {
  return {
    /** Those of the contacts that are there and not part of another one. */
    async listContactIds(ids: readonly string[]): Promise<Set<string>> {
      const there = new Set<string>();
      for (let start = 0; start < ids.length; start += ID_COUNT_MAX) {
        const rows = await db.contact.findMany({ where: { id: { in: ids.slice(start, start + ID_COUNT_MAX) }, mergedIntoId: null }, select: { id: true } });
        for (const { id } of rows) there.add(id);
      }
      return there;
    },

    /** By consumer, conversations of messengers that were active of late. */
    async listPositions(consumerIds: readonly string[], nowMs: number): Promise<Map<string, RowPosition[]>> {
      const positions = new Map<string, RowPosition[]>();
      for (let start = 0; start < consumerIds.length; start += ID_COUNT_MAX) {
        const where = { consumerId: { in: consumerIds.slice(start, start + ID_COUNT_MAX) }, channelId: { not: null }, updatedAt: { gt: new Date(nowMs - LOOK_BACK_MS) } };
        const rows = await db.conversation.findMany({ where, select: { id: true, consumerId: true, version: true, readSeq: true } });
        for (const { consumerId, ...position } of rows) positions.set(consumerId, [...(positions.get(consumerId) ?? []), position]);
      }
      return positions;
    },
  };
}
