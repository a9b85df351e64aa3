import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const installedFile = 'node_modules/.package-lock.json';

/** Runs `npm ci` unless what is in node_modules is what the lock file says. Uses nothing but Node. */
export function ensureInstalled() {
  if (isInstalled()) return;
  process.stdout.write('Installing packages (once; about two minutes)…\n');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write('npm ci failed; the messages above say why. Correct it and start again.\n');
    process.exit(1);
  }
}

/** Compares npm's own record of what it installed with the lock file; packages for other platforms may be missing. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => path === '' || link || (optional && !installed[path]) || installed[path]?.version === version);
}
