// npm start: installs, builds what is stale, and starts Parley. Works on a fresh clone with nothing but Node and npm.
import { ensureInstalled } from './ensure-installed.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

ensureInstalled();
loadEnvFile();
const { buildAll } = await import('./build-all.mjs');
await buildAll();
process.env.NODE_ENV = 'production';
await import('../dist/server.mjs');
stopWithNpm();
