// Generates the two Prisma clients (SQLite, PostgreSQL) from prisma/schema.prisma when the schema has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const providers = ['sqlite', 'postgresql'];
const stampFile = 'generated/prisma/stamp';

/** The schema's text for one provider. @param {string} source @param {string} provider */
export function schemaFor(source, provider) {
  return source
    .replace('provider = "sqlite"', `provider = "${provider}"`)
    .replace('../generated/prisma/sqlite', `../generated/prisma/${provider}`);
}

/** Generates both clients unless they are up to date. */
export function generatePrismaClients() {
  const source = readFileSync('prisma/schema.prisma', 'utf8');
  const packageText = readFileSync('node_modules/prisma/package.json', 'utf8');
  const stamp = createHash('sha256').update(source).update(packageText).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync('generated/prisma', { recursive: true, force: true });
  for (const provider of providers) {
    const file = `prisma/.schema.${provider}.prisma`;
    writeFileSync(file, schemaFor(source, provider));
    const result = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--schema', file], {
      encoding: 'utf8',
      // Generating needs no native schema engine, but Prisma would download one unless told that it has it.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    });
    rmSync(file, { force: true });
    if (result.status !== 0) {
      process.stderr.write(result.stdout + result.stderr);
      throw new Error(`Generating the Prisma client for ${provider} failed; the messages above say why.`);
    }
  }
  mkdirSync('generated/prisma', { recursive: true });
  writeFileSync(stampFile, stamp);
}
