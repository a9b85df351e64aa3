import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Debian's build of what Playwright runs by default: Chromium without a window, half the work of the whole browser. */
const HEADLESS_SHELL = 'chromium-headless-shell';
const systemPaths = [`/usr/bin/${HEADLESS_SHELL}`, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

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
    for (const name of [HEADLESS_SHELL, 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-qq', name], { stdio: ['ignore', 'ignore', 'inherit'] });
      if (existsSync(`/usr/bin/${name}`)) return { description: `/usr/bin/${name}`, executablePath: `/usr/bin/${name}` };
    }
  }
  process.stderr.write('The browser tests need Chromium. Install it with `npx playwright install chromium`, or with your system\'s packages, and run npm test again.\n0 passed, 1 failed\n');
  process.exit(1);
}
