// Bundles the script of sites that embed the messenger to public/messenger.js.
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');

/** Builds the loader; it takes a few milliseconds. @param {string} outfile */
export async function buildMessenger(outfile = path.join(root, 'public/messenger.js')) {
  await build({
    entryPoints: [path.join(root, 'lib/messenger/loader.ts')],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2019',
    legalComments: 'none',
    logLevel: 'warning',
    alias: { '@': root },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildMessenger(process.argv[2]);
