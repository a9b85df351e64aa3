// npm run check: types, lint, import rules, dead code, unit tests (left out with --no-tests; npm test runs those of modules, too). Everything is reported, not only
// the first failure.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './ensure-installed.mjs';

ensureInstalled();
const { prepareCode } = await import('./prepare-code.mjs');
await prepareCode();

const node = process.execPath;
const steps = [
  ['types', [node, 'node_modules/typescript/bin/tsc', '--noEmit']],
  ['lint', [node, 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0', '--cache', '--cache-location', 'node_modules/.cache/eslint/']],
  ['import rules', [node, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'components', 'lib', 'samples', 'prisma', 'scripts', 'server.ts', '--config', '.dependency-cruiser.mjs', '--output-type', 'err']],
  ['dead code', [node, 'node_modules/knip/bin/knip.js']],
  ...(process.argv.includes('--no-tests') ? [] : [['unit tests', [node, 'node_modules/vitest/vitest.mjs', 'run', '--project=unit', '--reporter=dot']]]),
];

/** @param {[string, string[]]} step @returns {Promise<boolean>} */
function run([name, [command, ...args]]) {
  const startedAtMs = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      if (code !== 0) process.stdout.write(`${output}\n`);
      resolve(code === 0);
    });
  });
}

// Two at a time: the type-aware steps and the tests each keep one core busy.
const results = [];
const queue = [...steps];
await Promise.all([0, 1].map(async () => {
  for (let step = queue.shift(); step; step = queue.shift()) results.push(await run(step));
}));
process.exit(results.every(Boolean) ? 0 : 1);
