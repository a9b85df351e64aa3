import type { Integration as IntegrationRow, Prisma } from '@/generated/prisma/sqlite/client';
import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { nullIfTaken } from '@/lib/platform/db/unique-violation';
import { httpMethodSchema, integrationDefinitionSchema, type IntegrationDefinition } from './integration.schema';
import { sampleResponseSchema, testValuesSchema, type Integration, type IntegrationSummary, type SampleResponse, type TestValues } from './integration.contract';
import { listBotVariables } from './known-variables.rules';
import { responseShapesSchema, type ResponseShapes } from './response-shapes.schema';

/** Integrations of one workspace: rows in and out. */
export function integrationStore(db: Database | DatabaseTransaction, workspaceId: string) {
  const notFound = () => new Fault('missing', 'integration/not-found', 'There is no integration with this id in this bot. It may have been deleted.');

  return {
    /** By name. */
    async list(botId: string): Promise<IntegrationSummary[]> {
      const rows = await db.integration.findMany({ where: { workspaceId, botId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
      return rows.map(toSummary);
    },

    /** Every integration of a bot with its definition, by name. */
    async listDefinitions(botId: string): Promise<{ id: string; version: number; definition: IntegrationDefinition }[]> {
      const rows = await db.integration.findMany({ where: { workspaceId, botId }, orderBy: { name: 'asc' }, select: { id: true, version: true, definition: true } });
      return rows.map((row) => ({ ...row, definition: integrationDefinitionSchema.parse(row.definition) }));
    },

    async find(botId: string, integrationId: string): Promise<Integration | null> {
      const row = await db.integration.findFirst({ where: { id: integrationId, botId, workspaceId } });
      return row ? toIntegration(row) : null;
    },

    /** @throws Fault `integration/not-found` */
    async get(botId: string, integrationId: string): Promise<Integration> {
      const found = await this.find(botId, integrationId);
      if (!found) throw notFound();
      return found;
    },

    /** Whether an id is taken, in whatever workspace. */
    async isIdTaken(integrationId: string): Promise<boolean> {
      return (await db.integration.findUnique({ where: { id: integrationId }, select: { id: true } })) !== null;
    },

    /** Another integration of the bot with this name (whatever the case) or response variable. */
    async findClash(botId: string, definition: IntegrationDefinition, exceptId: string | null): Promise<'name' | 'variable' | null> {
      const others = await db.integration.findMany({
        where: { workspaceId, botId, ...(exceptId ? { NOT: { id: exceptId } } : {}) },
        select: { name: true, responseVariable: true },
      });
      const name = definition.name.toLowerCase();
      if (others.some((other) => other.name.toLowerCase() === name)) return 'name';
      if (others.some((other) => other.responseVariable === definition.responseVariable)) return 'variable';
      return null;
    },

    /** @returns null when the id, or in its bot the response variable, is taken */
    async insert(id: string, botId: string, content: { definition: IntegrationDefinition; testValues: TestValues }): Promise<Integration | null> {
      const data = { id, workspaceId, botId, ...toColumns(content.definition), testValues: content.testValues };
      const row = await db.integration.create({ data }).catch(nullIfTaken);
      return row && toIntegration(row);
    },

    /** @returns null when the integration is no longer at `version`, or another one of its bot has the response variable */
    async update(botId: string, integrationId: string, change: { version: number; definition: IntegrationDefinition }): Promise<Integration | null> {
      const updated = await db.integration
        .updateMany({
          where: { id: integrationId, botId, workspaceId, version: change.version },
          data: { ...toColumns(change.definition), version: { increment: 1 }, updatedAt: new Date() },
        })
        .catch(nullIfTaken);
      return updated === null || updated.count === 0 ? null : this.get(botId, integrationId);
    },

    /** @throws Fault `integration/not-found` */
    async saveTestValues(botId: string, integrationId: string, testValues: TestValues): Promise<void> {
      const { count } = await db.integration.updateMany({ where: { id: integrationId, botId, workspaceId }, data: { testValues } });
      if (count === 0) throw notFound();
    },

    async findSample(botId: string, integrationId: string): Promise<SampleResponse | null> {
      const row = await db.integration.findFirst({ where: { id: integrationId, botId, workspaceId }, select: { sample: true } });
      if (!row) throw notFound();
      return row.sample === null ? null : sampleResponseSchema.parse(row.sample);
    },

    /** @throws Fault `integration/not-found` */
    async saveSample(botId: string, integrationId: string, sample: SampleResponse): Promise<void> {
      const { count } = await db.integration.updateMany({ where: { id: integrationId, botId, workspaceId }, data: { sample } });
      if (count === 0) throw notFound();
    },

    /** Null before the first successful run, and for an integration that was never saved. */
    async findShapes(integrationId: string): Promise<ResponseShapes | null> {
      const row = await db.integration.findFirst({ where: { id: integrationId, workspaceId }, select: { responseShapes: true } });
      return row?.responseShapes ? responseShapesSchema.parse(row.responseShapes) : null;
    },

    /** Does nothing for an integration that was never saved. */
    async saveShapes(integrationId: string, responseShapes: ResponseShapes): Promise<void> {
      await db.integration.updateMany({
        where: { id: integrationId, workspaceId },
        // Shapes are plain JSON; interfaces just lack the index signature that Prisma's type asks for.
        data: { responseShapes: responseShapes as unknown as Prisma.InputJsonObject },
      });
    },

    /** Deletes the integration and its runs. */
    async delete(botId: string, integrationId: string): Promise<void> {
      await db.integrationRun.deleteMany({ where: { integrationId, workspaceId } });
      await db.integration.deleteMany({ where: { id: integrationId, botId, workspaceId } });
    },

    /**
     * Copies every integration of one bot to another, with samples and test values, in one statement.
     * @returns the copies' ids by those of the originals
     */
    async copyAll(fromBotId: string, toBotId: string, newId: () => string): Promise<Map<string, string>> {
      const rows = await db.integration.findMany({ where: { workspaceId, botId: fromBotId } });
      const copyIdById = new Map(rows.map((row) => [row.id, newId()]));
      await db.integration.createMany({
        data: rows.map(({ createdAt: _createdAt, updatedAt: _updatedAt, sample, responseShapes, definition, testValues, ...row }) => ({
          ...row,
          id: copyIdById.get(row.id) ?? newId(),
          botId: toBotId,
          version: 1,
          definition: definition ?? {},
          testValues: testValues ?? {},
          sample: sample ?? undefined,
          responseShapes: responseShapes ?? undefined,
        })),
      });
      return copyIdById;
    },
  };
}

function toColumns(definition: IntegrationDefinition) {
  const { name, responseVariable, method, url, credentialId } = definition;
  return { name, responseVariable, method, url, credentialId, definition };
}

function toSummary(row: IntegrationRow): IntegrationSummary {
  const definition = integrationDefinitionSchema.parse(row.definition);
  return {
    id: row.id,
    name: row.name,
    responseVariable: row.responseVariable,
    method: httpMethodSchema.parse(row.method),
    url: row.url,
    fieldKeys: definition.customDataFields.map((field) => field.key),
    botVariables: listBotVariables(definition),
    hasSample: row.sample !== null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

function toIntegration(row: IntegrationRow): Integration {
  return {
    id: row.id,
    botId: row.botId,
    definition: integrationDefinitionSchema.parse(row.definition),
    testValues: testValuesSchema.parse(row.testValues),
    hasSample: row.sample !== null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
