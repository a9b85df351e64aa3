// Bundles the code editor and its workers to public/monaco/, so that pages load it from our own address, only where it is used.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');
const outdir = path.join(root, 'public/monaco');
const entry = path.join(root, 'components/studio/editors/monaco/monaco-entry.ts');
const stampFile = path.join(outdir, 'stamp.txt');

/** Builds the bundle unless what it is made of is unchanged since the last build. @returns {Promise<boolean>} whether it was built */
export async function buildMonaco() {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const from = path.join(root, 'node_modules/monaco-editor/esm/vs');
  const shared = { bundle: true, minify: true, format: 'esm', target: 'es2022', outdir, logLevel: 'error', legalComments: 'none' };
  await Promise.all([
    build({ ...shared, entryPoints: { monaco: entry }, loader: { '.ttf': 'file' }, assetNames: '[name]' }),
    build({
      ...shared,
      entryPoints: {
        'editor.worker': path.join(from, 'editor/editor.worker.js'),
        'ts.worker': path.join(from, 'languages/features/typescript/ts.worker.js'),
      },
      plugins: [onlySandboxLibraries],
    }),
  ]);
  for (const file of ['LICENSE', 'ThirdPartyNotices.txt']) {
    copyFileSync(path.join(root, 'node_modules/monaco-editor', file), path.join(outdir, `${path.parse(file).name}.txt`));
  }
  writeFileSync(stampFile, stamp);
  return true;
}

/** Keeps ES5 to ES2022 of TypeScript's library declarations: scripts run without a DOM, and it halves the worker. */
const onlySandboxLibraries = {
  name: 'only-sandbox-libraries',
  /** @param {import('esbuild').PluginBuild} pluginBuild */
  setup(pluginBuild) {
    const wanted = /^lib\.(es5|es2015|es2016|es2017|es2018|es2019|es2020|es2021|es2022|decorators)(?!\.full)[\w.]*\.d\.ts$/;
    pluginBuild.onLoad({ filter: /features[\\/]typescript[\\/]lib[\\/]lib\.js$/ }, async ({ path: file }) => {
      const { libFileMap } = await import(pathToFileURL(file).href);
      const kept = Object.fromEntries(Object.entries(libFileMap).filter(([name]) => wanted.test(name)));
      return { contents: `export const libFileMap = ${JSON.stringify(kept)};`, loader: 'js' };
    });
  },
};

function sourceStamp() {
  const versionOf = (/** @type {string} */ name) => createRequire(import.meta.url)(path.join(root, 'node_modules', name, 'package.json')).version;
  const hash = createHash('sha256').update(`${versionOf('monaco-editor')} ${versionOf('esbuild')}`);
  for (const file of [entry, fileURLToPath(import.meta.url)]) hash.update(readFileSync(file));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildMonaco();
