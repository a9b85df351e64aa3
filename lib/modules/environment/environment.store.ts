import type { Environment as EnvironmentRow, EnvironmentVariable as VariableRow } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { SecretOwner } from '@/lib/platform/vault/create-vault';
import type { EnvironmentSummary, EnvironmentUse, EnvironmentView, VariableView } from './environment.schema';

/** A variable as stored: plain with a value, or secret with an envelope. The id stays with the key; the envelope is bound to it. */
export type StoredVariable = { id: string; key: string } & (
  | { isSecret: false; value: string; sealedValue: null }
  | { isSecret: true; value: null; sealedValue: string }
);

interface EnvironmentContent {
  name: string;
  description: string;
  /** In the order in which they are shown. */
  variables: StoredVariable[];
}

/** Environments of one workspace: rows in and out. Secret values pass through as envelopes only. Writing wants a transaction. */
export function environmentStore(db: Database | DatabaseTransaction, workspaceId: string) {
  const notFound = () =>
    new Fault('missing', 'environment/not-found', 'There is no environment with this id. It may have been deleted; choose another one.');

  const insertVariables = async (environmentId: string, variables: StoredVariable[]) => {
    await db.environmentVariable.createMany({
      data: variables.map((variable, position) => ({ ...variable, workspaceId, environmentId, position })),
    });
  };

  return {
    /** By name. */
    async list(): Promise<EnvironmentSummary[]> {
      const rows = await db.environment.findMany({
        where: { workspaceId },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        include: { _count: { select: { variables: true, bots: true } } },
      });
      return rows.map((row) => toSummary(row, { variableCount: row._count.variables, usedByCount: row._count.bots }));
    },

    /** @throws Fault `environment/not-found` */
    async get(environmentId: string): Promise<EnvironmentView> {
      const row = await db.environment.findFirst({
        where: { id: environmentId, workspaceId },
        include: { variables: { orderBy: { position: 'asc' } } },
      });
      if (!row) throw notFound();
      const usedBy = await this.listUses(environmentId);
      const summary = toSummary(row, { variableCount: row.variables.length, usedByCount: usedBy.length });
      return { ...summary, variables: row.variables.map(toVariableView), usedBy };
    },

    /**
     * Checks the environment that a bot is to use; null, no environment, is fine.
     * @throws Fault `environment/not-found`
     */
    async assertExists(environmentId: string | null): Promise<void> {
      if (environmentId === null) return;
      if (!(await db.environment.findFirst({ where: { id: environmentId, workspaceId }, select: { id: true } }))) throw notFound();
    },

    /** The bots that use an environment, by name. */
    async listUses(environmentId: string): Promise<EnvironmentUse[]> {
      const rows = await db.bot.findMany({
        where: { environmentId, workspaceId },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true },
      });
      return rows.map(({ id, name }) => ({ botId: id, botName: name }));
    },

    /** Variables with their envelopes; empty when there is no such environment. */
    async listStoredVariables(environmentId: string): Promise<StoredVariable[]> {
      const rows = await db.environmentVariable.findMany({ where: { environmentId, workspaceId }, orderBy: { position: 'asc' } });
      return rows.map(toStoredVariable);
    },

    /** Whom a variable's envelope belongs to. */
    ownerOf: (variable: { id: string }): SecretOwner => toOwner({ id: variable.id, workspaceId }),

    async insert(id: string, { variables, ...content }: EnvironmentContent): Promise<EnvironmentView> {
      await db.environment.create({ data: { id, workspaceId, ...content } });
      await insertVariables(id, variables);
      return this.get(id);
    },

    /**
     * Replaces the environment and all its variables.
     * @returns null when the environment is no longer at `version`
     */
    async update(environmentId: string, version: number, { variables, ...content }: EnvironmentContent): Promise<EnvironmentView | null> {
      const { count } = await db.environment.updateMany({
        where: { id: environmentId, workspaceId, version },
        data: { ...content, version: { increment: 1 } },
      });
      if (count === 0) return null;
      await db.environmentVariable.deleteMany({ where: { environmentId, workspaceId } });
      await insertVariables(environmentId, variables);
      return this.get(environmentId);
    },

    /** @returns false when the environment is in use, or not there */
    async deleteUnused(environmentId: string): Promise<boolean> {
      const { count } = await db.environment.deleteMany({ where: { id: environmentId, workspaceId, bots: { none: {} } } });
      return count > 0;
    },
  };
}

/** Whom a variable's envelope belongs to. */
export function toOwner({ id, workspaceId }: { id: string; workspaceId: string }): SecretOwner {
  return { workspaceId, kind: 'environment-variable', id };
}

function toStoredVariable({ id, key, value, sealedValue }: VariableRow): StoredVariable {
  if (sealedValue !== null) return { id, key, isSecret: true, value: null, sealedValue };
  return { id, key, isSecret: false, value: value ?? '', sealedValue: null };
}

function toVariableView(row: VariableRow): VariableView {
  const { key, value, isSecret } = toStoredVariable(row);
  return { key, value, isSecret, hasValue: isSecret || value !== '' };
}

function toSummary(row: EnvironmentRow, counts: { variableCount: number; usedByCount: number }): EnvironmentSummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    ...counts,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
