// Bundles the process entries to dist/: the server, its pages, the sandbox worker. Packages stay outside the bundle.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';

const entries = { server: 'server.ts', 'pages-thread': 'lib/platform/pages/pages-thread.ts', 'sandbox-worker': 'lib/platform/sandbox/sandbox-worker.ts' };

/** Builds the named entries, or all of them. @param {string[]} names */
export async function buildEntries(names = Object.keys(entries)) {
  const wanted = Object.entries(entries).filter(([name, file]) => names.includes(name) && existsSync(file));
  await build({
    entryPoints: Object.fromEntries(wanted),
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    alias: { '@': '.' },
    logLevel: 'warning',
  });
}
