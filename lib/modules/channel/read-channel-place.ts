import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import { findChannelPlace, type ChannelPlace } from './channel.store';

export interface ChannelPlaceDeps {
  db: Database;
  configCache: Pick<ConfigCache, 'read'>;
}

/** A channel by its public id, remembered until something is changed; null when there is none. */
export function readChannelPlace({ db, configCache }: ChannelPlaceDeps, channelId: string): Promise<ChannelPlace | null> {
  return configCache.read(`channel-place ${channelId}`, () => findChannelPlace(db, channelId));
}
