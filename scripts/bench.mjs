// npm run bench: the measured claims of docs/performance.md, as ratios within one run; `npm run bench turns` measures one part.
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './ensure-installed.mjs';

ensureInstalled();
const { buildAll } = await import('./build-all.mjs');
await buildAll();
const result = spawnSync(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(result.status ?? 1);
