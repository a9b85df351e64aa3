import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

/** The API as a process of its own. */
export interface ApiProcess {
  origin: string;
  /** Ends it without warning, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop, as a deployment does, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Of its own for each test file, because they run side by side. */
const FILE = `test-api-${process.pid}-${randomUUID()}`;

/**
 * Bundles it with its packages, so that a start reads few files: tests start it many times. Packages that read files of their own beside
 * them stay outside.
 */
export async function buildApiProcess(): Promise<void> {
  await build({
    entryPoints: { [FILE]: 'scripts/test/serve-api.ts' },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['better-sqlite3', 'pg-native', 'cloudflare:sockets', '@prisma/client/runtime/*', '@prisma/schema-engine-wasm', 'quickjs*', '@jitl/*'],
    // For packages that are no ES modules.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url); const __dirname = import.meta.dirname; const __filename = import.meta.filename;" },
    outExtension: { '.js': '.mjs' },
    alias: { '@': '.' },
    logLevel: 'warning',
  });
}

/** Removes the bundle. */
export async function dropApiProcess(): Promise<void> {
  await rm(`dist/${FILE}.mjs`, { force: true });
}

/** Starts it, built before, and waits until it listens. */
export async function startApiProcess(env: Record<string, string>): Promise<ApiProcess> {
  const child = spawn(process.execPath, [`dist/${FILE}.mjs`], { env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Parley is at (http:\/\/\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void gone.then(() => reject(new Error(`The API process ended:\n${output}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return { origin, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
