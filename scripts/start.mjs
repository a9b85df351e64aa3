// npm start: installs, builds what is stale, and starts Parley. Works on a fresh clone with nothing but Node and npm.
import { ensureInstalled } from './ensure-installed.mjs';
import { loadEnvFile } from './load-env-file.mjs';

ensureInstalled();
loadEnvFile();
const { buildAll } = await import('./build-all.mjs');
await buildAll();
process.env.NODE_ENV = 'production';
await import('../dist/server.mjs');

// npm hands a signal to its shell, and the shell dies of it without telling us: when our parent is gone, stop as asked.
if (process.env.npm_lifecycle_event === 'start') {
  const parentId = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parentId) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}
