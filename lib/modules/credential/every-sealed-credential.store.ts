import type { DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { Vault } from '@/lib/platform/vault/create-vault';
import { toOwner } from './credential.store';

/**
 * Wraps the secret of every credential anew with the vault's current key. The one query over all workspaces:
 * a master key belongs to the whole installation. Versions stay, since nothing that a person sees changes.
 * @returns how many credentials there are
 */
export async function rewrapEveryCredential(db: DatabaseTransaction, vault: Pick<Vault, 'rewrap'>): Promise<number> {
  const rows = await db.credential.findMany({ select: { id: true, workspaceId: true, sealed: true, updatedAt: true } });
  for (const row of rows) {
    const sealed = vault.rewrap(row.sealed, toOwner(row));
    // `updatedAt` is given so that Prisma does not set it: the list would look as if all had just been changed.
    if (sealed !== row.sealed) await db.credential.update({ where: { id: row.id }, data: { sealed, updatedAt: row.updatedAt } });
  }
  return rows.length;
}
