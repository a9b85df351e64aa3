import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import { contactStore } from './contact.store';

export interface OwnContactsDeps {
  db: Database;
  configCache: Pick<ConfigCache, 'read'>;
}

/**
 * Whose conversations a visitor may see: those of its contact and of the anonymous ones merged into it. A conversation keeps the
 * consumer that it began with, because open pages know it. Every route for consumers decides by this list.
 * @returns empty when the contact was deleted with its channel, or was merged: its token is good for nothing then
 */
export function readOwnContactIds({ db, configCache }: OwnContactsDeps, { workspaceId, contactId }: { workspaceId: string; contactId: string }): Promise<string[]> {
  return configCache.read(toOwnContactsKey({ workspaceId, contactId }), () => contactStore(db, workspaceId).listOwnIds(contactId));
}

/** Where the list is remembered; to be forgotten when contacts are merged. */
export function toOwnContactsKey({ workspaceId, contactId }: { workspaceId: string; contactId: string }): string {
  return `own-contacts ${workspaceId} ${contactId}`;
}
