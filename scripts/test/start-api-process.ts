import { spawn } from 'node:child_process';
import { build } from 'esbuild';

/** The API as a process of its own. */
export interface ApiProcess {
  origin: string;
  /** Ends it without warning, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Bundles it as the server is bundled. */
export async function buildApiProcess(): Promise<void> {
  await build({
    entryPoints: { 'test-api': 'scripts/test/serve-api.ts' },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    alias: { '@': '.' },
    logLevel: 'warning',
  });
}

/** Starts it, built before, and waits until it listens. */
export async function startApiProcess(env: Record<string, string>): Promise<ApiProcess> {
  const child = spawn(process.execPath, ['dist/test-api.mjs'], { env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
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
  return {
    origin,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
