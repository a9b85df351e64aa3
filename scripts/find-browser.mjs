import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * A Chromium for the browser tests: Playwright's own, else the system's, else one installed now (Debian, as root).
 * Ends the process with an explanation when there is none.
 */
export function findBrowser() {
  if (existsSync(chromium.executablePath())) return { description: "Playwright's Chromium", executablePath: null };
  const installed = systemPaths.find((path) => existsSync(path));
  if (installed) return { description: installed, executablePath: installed };
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    process.stdout.write('Installing Chromium with apt-get (once)…\n');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (existsSync('/usr/bin/chromium')) return { description: '/usr/bin/chromium', executablePath: '/usr/bin/chromium' };
  }
  process.stderr.write('The browser tests need Chromium. Install it with `npx playwright install chromium`, or with your system\'s packages, and run npm test again.\n0 passed, 1 failed\n');
  process.exit(1);
}
