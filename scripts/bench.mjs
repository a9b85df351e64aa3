// npm run bench: the measured claims of docs/performance.md, as ratios within one run.
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './ensure-installed.mjs';

ensureInstalled();
const { buildAll } = await import('./build-all.mjs');
await buildAll();
const result = spawnSync(process.execPath, ['--import', 'tsx', 'bench/main.ts'], { stdio: 'inherit' });
process.exit(result.status ?? 1);
