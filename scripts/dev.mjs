// npm run dev: Next's development server with the HTTP API mounted in its catch-all route.
import { spawn } from 'node:child_process';
import { buildEntries } from './build-server.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { prepareCode } from './prepare-code.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

ensureInstalled();
loadEnvFile();
await prepareCode();
await buildEntries(['sandbox-worker']);
const args = ['node_modules/next/dist/bin/next', 'dev', '--port', process.env.PORT ?? '3000', '--hostname', process.env.HOST ?? '127.0.0.1'];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
stopWithNpm();
