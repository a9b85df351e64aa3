import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import { findChannelPlace, type ChannelPlace } from './channel.store';

export interface ChannelPlaceDeps {
  db: Database;
  configCache: Pick<ConfigCache, 'read' | 'forget'>;
}

/** A channel by its public id, remembered until something is changed; null when there is none. */
export async function readChannelPlace({ db, configCache }: ChannelPlaceDeps, channelId: string): Promise<ChannelPlace | null> {
  const key = `channel-place ${channelId}`;
  const place = await configCache.read(key, () => findChannelPlace(db, channelId));
  // Made-up ids must not drive out what is remembered.
  if (place === null) configCache.forget(key);
  return place;
}
