// npm run dev: Next's development server with the HTTP API mounted in its catch-all route.
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { buildEntries } from './build-server.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { prepareCode } from './prepare-code.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

ensureInstalled();
loadEnvFile();
await prepareCode();
await buildEntries(['sandbox-worker']);
const port = process.env.PORT ?? '3000';
const host = process.env.HOST ?? '127.0.0.1';
const args = ['node_modules/next/dist/bin/next', 'dev', '--port', port, '--hostname', host];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
stopWithNpm();

// Next compiles a route at its first request, which takes longer than the sample bot waits for its bank. Connections are refused until it listens.
async function warmUpSampleBank() {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await setTimeout(1_000);
    const answer = await fetch(`http://${host}:${port}/samples/ag-bank/branches`).catch(() => null);
    if (answer) return;
  }
}
await warmUpSampleBank();
