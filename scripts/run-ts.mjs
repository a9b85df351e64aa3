// Runs a TypeScript file of this project: node scripts/run-ts.mjs <file> [arguments]
import { spawnSync } from 'node:child_process';
import { loadEnvFile } from './load-env-file.mjs';

loadEnvFile();
const result = spawnSync(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 1);
