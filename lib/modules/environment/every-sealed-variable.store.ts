import type { DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { Vault } from '@/lib/platform/vault/create-vault';
import { toOwner } from './environment.store';

/**
 * Wraps every secret variable anew with the vault's current key. Over all workspaces: a master key belongs to the whole installation.
 * @returns how many secret variables there are
 */
export async function rewrapEveryVariable(db: DatabaseTransaction, vault: Pick<Vault, 'rewrap'>): Promise<number> {
  const rows = await db.environmentVariable.findMany({
    where: { sealedValue: { not: null } },
    select: { id: true, workspaceId: true, sealedValue: true },
  });
  for (const row of rows) {
    if (row.sealedValue === null) continue;
    const sealedValue = vault.rewrap(row.sealedValue, toOwner(row));
    if (sealedValue !== row.sealedValue) await db.environmentVariable.update({ where: { id: row.id }, data: { sealedValue } });
  }
  return rows.length;
}
