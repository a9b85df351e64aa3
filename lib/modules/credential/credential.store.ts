import { z } from 'zod';
import type { Credential as CredentialRow } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { SecretOwner } from '@/lib/platform/vault/create-vault';
import {
  credentialPublicSettingsSchema,
  type CredentialDetail,
  type CredentialPublicSettings,
  type CredentialUse,
  type CredentialView,
} from './credential.schema';

/** What is stored of a credential: its settings in the clear, its secret as an envelope. */
interface CredentialContent {
  name: string;
  settings: CredentialPublicSettings;
  sealed: string;
  /** False only for a basic credential without a password. */
  hasSecret: boolean;
}

/** A stored credential; `ownerOf` of the store tells what opens its envelope. */
interface SealedCredential extends CredentialContent {
  id: string;
  version: number;
}

/** Credentials of one workspace: rows in and out. Secrets pass through as envelopes only. */
export function credentialStore(db: Database | DatabaseTransaction, workspaceId: string) {
  const getRow = async (credentialId: string): Promise<CredentialRow> => {
    const row = await db.credential.findFirst({ where: { id: credentialId, workspaceId } });
    if (!row) throw new Fault('missing', 'credential/not-found', 'There is no credential with this id. It may have been deleted; choose another one.');
    return row;
  };

  return {
    /** By name. */
    async list(): Promise<CredentialView[]> {
      const rows = await db.credential.findMany({
        where: { workspaceId },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        include: { _count: { select: { integrations: true } } },
      });
      return rows.map((row) => toView(row, row._count.integrations));
    },

    /** @throws Fault `credential/not-found` */
    async get(credentialId: string): Promise<CredentialDetail> {
      const row = await getRow(credentialId);
      const usedBy = await this.listUses(credentialId);
      return { ...toView(row, usedBy.length), usedBy };
    },

    /** @throws Fault `credential/not-found` */
    async getSealed(credentialId: string): Promise<SealedCredential> {
      const row = await getRow(credentialId);
      return { id: row.id, version: row.version, sealed: row.sealed, ...toContent(row) };
    },

    /** The integrations that use a credential, by bot and name. */
    async listUses(credentialId: string): Promise<CredentialUse[]> {
      const rows = await db.integration.findMany({
        where: { credentialId, workspaceId },
        orderBy: [{ bot: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true, bot: { select: { id: true, name: true } } },
      });
      return rows.map(({ id, name, bot }) => ({ integrationId: id, integrationName: name, botId: bot.id, botName: bot.name }));
    },

    /** Whom a credential's envelope belongs to. */
    ownerOf: (credential: { id: string }): SecretOwner => toOwner({ id: credential.id, workspaceId }),

    async insert(id: string, content: CredentialContent): Promise<CredentialDetail> {
      return { ...toView(await db.credential.create({ data: { id, workspaceId, ...toColumns(content) } }), 0), usedBy: [] };
    },

    /** @returns null when the credential is no longer at `version` */
    async update(credentialId: string, version: number, content: CredentialContent): Promise<CredentialDetail | null> {
      const { count } = await db.credential.updateMany({
        where: { id: credentialId, workspaceId, version },
        data: { ...toColumns(content), version: { increment: 1 } },
      });
      return count === 0 ? null : this.get(credentialId);
    },

    /** @returns false when the credential is in use, or not there */
    async deleteUnused(credentialId: string): Promise<boolean> {
      const { count } = await db.credential.deleteMany({ where: { id: credentialId, workspaceId, integrations: { none: {} } } });
      return count > 0;
    },
  };
}

/** Whom a credential's envelope belongs to. */
export function toOwner({ id, workspaceId }: { id: string; workspaceId: string }): SecretOwner {
  return { workspaceId, kind: 'credential', id };
}

function toColumns({ name, settings, sealed, hasSecret }: CredentialContent) {
  return { name, kind: settings.kind, settings: { ...settings, hasSecret }, sealed };
}

function toContent(row: CredentialRow) {
  const { hasSecret } = z.object({ hasSecret: z.boolean() }).parse(row.settings);
  return { name: row.name, settings: credentialPublicSettingsSchema.parse(row.settings), hasSecret };
}

function toView(row: CredentialRow, usedByCount: number): CredentialView {
  return {
    id: row.id,
    ...toContent(row),
    usedByCount,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
