// npm run build: everything that production needs, built only where it is stale.
import { buildAll } from './build-all.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

ensureInstalled();
await buildAll({ isForced: process.argv.includes('--force') });
