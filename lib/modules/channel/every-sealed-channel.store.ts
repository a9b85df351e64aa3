import type { DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { Vault } from '@/lib/platform/vault/create-vault';
import { toOwner } from './channel.store';

/**
 * Wraps the identity secret of every channel anew with the vault's current key, over all workspaces: a master key belongs to the
 * whole installation.
 * @returns how many secrets there are
 */
export async function rewrapEveryIdentitySecret(db: DatabaseTransaction, vault: Pick<Vault, 'rewrap'>): Promise<number> {
  const rows = await db.channel.findMany({ where: { sealedSecret: { not: null } }, select: { id: true, workspaceId: true, sealedSecret: true } });
  for (const row of rows) {
    if (row.sealedSecret === null) continue;
    const sealedSecret = vault.rewrap(row.sealedSecret, toOwner(row));
    if (sealedSecret !== row.sealedSecret) await db.channel.update({ where: { id: row.id }, data: { sealedSecret } });
  }
  return rows.length;
}
