import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const sources = ['app', 'components', 'lib', 'prisma', 'samples', 'public', 'server.ts', 'next.config.js', 'postcss.config.mjs', 'package-lock.json', 'tsconfig.json', 'scripts/build-server.mjs', 'scripts/build-monaco.mjs', 'scripts/build-messenger.mjs'];
const stampFile = 'dist/build-stamp';

function* listFiles(place) {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) return yield place;
  for (const name of readdirSync(place).sort()) {
    const file = path.join(place, name);
    if (/\.test\.tsx?$/.test(name) || file === path.join('public', 'monaco')) continue;
    yield* listFiles(file);
  }
}

function stampOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) for (const file of listFiles(source)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/** Builds pages and server unless the sources are those of the last build. @param {{ isForced?: boolean }} options */
export async function buildAll({ isForced = false } = {}) {
  const { prepareCode } = await import('./prepare-code.mjs');
  await prepareCode();
  const stamp = stampOfSources();
  if (!isForced && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  process.stdout.write('Building (once after each change; about a minute)…\n');
  const { buildEntries } = await import('./build-server.mjs');
  await buildEntries();
  const result = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}\nBuilding the pages failed; the messages above say why.\n`);
    process.exit(1);
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
}
