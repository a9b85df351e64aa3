import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type * as engineTypes from '@prisma/schema-engine-wasm';
import { createAdapter, toProvider, type DatabaseProvider } from './open-database';

type EngineModule = typeof engineTypes;
type SchemaEngine = Awaited<ReturnType<EngineModule['SchemaEngine']['new']>>;
type MigrationList = Parameters<SchemaEngine['applyMigrations']>[0]['migrationsList'];

/** The engine wants to hear about tables that it should leave alone: there are none. */
const noFilters = { externalTables: [], externalEnums: [] };

let engineModule: Promise<EngineModule> | undefined;

async function loadEngineModule(): Promise<EngineModule> {
  // The package's own entry imports the .wasm file as a module, which Node does not do yet.
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const gluePath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const module = await WebAssembly.compile(await readFile(path.join(path.dirname(gluePath), 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return glue;
}

/**
 * Runs `work` with Prisma's schema engine (WebAssembly, no download) on a database.
 * @param schemaText the Prisma schema for this provider, or null when only migrations are applied
 */
async function withSchemaEngine<T>(adapter: SqlMigrationAwareDriverAdapterFactory, schemaText: string | null, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  engineModule ??= loadEngineModule();
  const { SchemaEngine } = await engineModule;
  const datamodels: [string, string][] | undefined = schemaText === null ? undefined : [['schema.prisma', schemaText]];
  const opened: SqlDriverAdapter[] = [];
  const factory = rememberingOpened(adapter, opened);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(engine);
  } finally {
    engine.free();
    // The engine leaves its connections open; a SQLite file would stay locked.
    await Promise.all(opened.map((adapter) => adapter.dispose()));
  }
}

function rememberingOpened(factory: SqlMigrationAwareDriverAdapterFactory, opened: SqlDriverAdapter[]): SqlMigrationAwareDriverAdapterFactory {
  const remember = (adapter: SqlDriverAdapter) => {
    opened.push(adapter);
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => remember(await factory.connect()),
    connectToShadowDb: async () => remember(await factory.connectToShadowDb()),
  };
}

/** The checked-in migrations of one provider, oldest first. */
async function readMigrations(provider: DatabaseProvider): Promise<MigrationList> {
  const baseDir = path.join(process.cwd(), 'prisma/migrations', provider);
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Applies the checked-in migrations that the database does not have yet. Where it has them all, the engine is not even loaded: it takes
 * half a second and some fifty megabytes.
 * @returns names of the migrations applied now
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations(toProvider(databaseUrl));
  if (await hasExactly(databaseUrl, migrationsList)) return [];
  return withSchemaEngine(createAdapter(databaseUrl), null, async (engine) => {
    const result = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return result.appliedMigrationNames;
  });
}

/** Whether the database has these migrations, none else, each finished and as it is checked in. In any doubt the engine looks. */
async function hasExactly(databaseUrl: string, { migrationDirectories }: MigrationList): Promise<boolean> {
  const adapter = await createAdapter(databaseUrl).connect();
  try {
    const { rows } = await adapter.queryRaw({ sql: 'SELECT migration_name, checksum, finished_at IS NOT NULL AND rolled_back_at IS NULL FROM _prisma_migrations ORDER BY migration_name', args: [], argTypes: [] });
    const found = rows.map(([name, checksum, isDone]) => `${String(name)} ${String(checksum)} ${Boolean(isDone)}`);
    const wanted = migrationDirectories.map(({ path: name, migrationFile: { content } }) => `${name} ${content.tag === 'ok' ? createHash('sha256').update(content.value).digest('hex') : ''} true`);
    return found.join('\n') === wanted.join('\n');
  } catch {
    // An empty database has no such table.
    return false;
  } finally {
    await adapter.dispose();
  }
}

/**
 * SQL that takes a database from one Prisma schema to another; null when there is nothing to do.
 * @param databaseUrl any database of the provider; the engine connects to it but reads and changes nothing
 * @param fromSource schema text as checked in (provider SQLite), null for an empty database
 */
export async function diffSchemas(databaseUrl: string, fromSource: string | null, toSource: string): Promise<string | null> {
  const provider = toProvider(databaseUrl);
  const toTarget = (source: string) => ({ tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content: toSchemaText(provider, source) }] });
  return withSchemaEngine(createAdapter(databaseUrl), toSchemaText(provider, toSource), async (engine) => {
    const result = await engine.diff({
      from: fromSource === null ? { tag: 'empty' } : toTarget(fromSource),
      to: toTarget(toSource),
      script: true,
      exitCode: true,
      filters: noFilters,
    });
    return result.exitCode === 0 ? null : result.stdout;
  });
}

function toSchemaText(provider: DatabaseProvider, source: string): string {
  return source.replace('provider = "sqlite"', `provider = "${provider}"`);
}
