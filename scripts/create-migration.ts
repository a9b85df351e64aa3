import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toProvider } from '@/lib/platform/db/open-database';
import { diffSchemas } from '@/lib/platform/db/schema-engine';

/** The schema that the checked-in migrations lead to: where the next migration starts from. */
const migratedSchemaFile = 'prisma/migrations/migrated-schema.prisma';

/** Writes one migration for each provider that takes the checked-in migrations to prisma/schema.prisma. */
async function createMigrations(migrationName: string, postgresUrl: string) {
  const migrated = existsSync(migratedSchemaFile) ? await readFile(migratedSchemaFile, 'utf8') : null;
  const current = await readFile('prisma/schema.prisma', 'utf8');
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  for (const databaseUrl of ['file::memory:', postgresUrl]) {
    const provider = toProvider(databaseUrl);
    const sql = await diffSchemas(databaseUrl, migrated, current);
    if (sql === null) {
      process.stdout.write(`${provider}: the migrations match the schema already.\n`);
      continue;
    }
    const folder = path.join('prisma/migrations', provider, `${stamp}_${migrationName}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'migration.sql'), sql);
    process.stdout.write(`${provider}: wrote ${folder}\n`);
  }
  await writeFile(migratedSchemaFile, current);
}

const [migrationName, postgresUrl = 'postgres://postgres@127.0.0.1:5432/postgres'] = process.argv.slice(2);
if (migrationName === undefined || !/^[a-z0-9-]+$/.test(migrationName)) {
  process.stderr.write('Usage: npm run db:migration -- <name-in-kebab-case> [postgres:// address of any database]\n');
  process.exit(1);
}
await createMigrations(migrationName, postgresUrl);
