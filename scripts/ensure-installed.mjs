import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const stampFile = 'node_modules/.parley-installed';

/** Runs `npm ci` when node_modules is missing or belongs to another lock file. Uses nothing but Node. */
export function ensureInstalled() {
  const stamp = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  process.stdout.write('Installing packages (once; about two minutes)…\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write('npm ci failed; the messages above say why. Correct it and start again.\n');
    process.exit(1);
  }
  mkdirSync('node_modules', { recursive: true });
  writeFileSync(stampFile, stamp);
}
