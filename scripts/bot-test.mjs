// npm run bot:test -- <bot file or id>: see bot-test.ts. Bundles the script sandbox first, which takes a moment.
import { spawnSync } from 'node:child_process';
import { buildEntries } from './build-server.mjs';
import { loadEnvFile } from './load-env-file.mjs';

loadEnvFile();
await buildEntries(['sandbox-worker']);
const result = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/bot-test.ts', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 1);
