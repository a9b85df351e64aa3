// npm test: unit, module and HTTP tests, then the browser journeys against a production build. Works on a fresh clone.
// The last line is `N passed, N failed` over all suites; skipped tests are listed by name above it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled } from './ensure-installed.mjs';
import { makeMemoryFolder } from './memory-folder.mjs';

ensureInstalled();
const { buildAll } = await import('./build-all.mjs');
const { findBrowser } = await import('./find-browser.mjs');
const node = process.execPath;
mkdirSync('test-results', { recursive: true });
const unitReport = 'test-results/unit.json';
const browserReport = 'test-results/browser.json';
for (const file of [unitReport, browserReport]) rmSync(file, { force: true });

const memoryFolder = makeMemoryFolder();
if (memoryFolder) {
  process.env.TMPDIR = memoryFolder;
  process.once('exit', () => rmSync(memoryFolder, { recursive: true, force: true }));
}

const { prepareCode } = await import('./prepare-code.mjs');
await prepareCode();
// On a busy CI machine a test of processes may run out of time; one that passes only then says “retry x1” in the output.
const retry = process.env.CI ? ['--retry=1'] : [];
spawnSync(node, ['node_modules/vitest/vitest.mjs', 'run', ...retry, '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`], { stdio: 'inherit' });

await buildAll();
const browser = findBrowser();
process.stdout.write(`Browser: ${browser.description}\n`);
spawnSync(node, ['node_modules/@playwright/test/cli.js', 'test'], {
  stdio: 'inherit',
  env: { ...process.env, ...(browser.executablePath ? { PARLEY_BROWSER: browser.executablePath } : {}), PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
});

const totals = { passed: 0, failed: 0, skipped: [], flaky: [] };
addUnitReport(totals);
addBrowserReport(totals);
if (totals.skipped.length > 0) process.stdout.write(`\nSkipped:\n${totals.skipped.map((name) => `  ${name}`).join('\n')}\n`);
if (totals.flaky.length > 0) process.stdout.write(`\nPassed only when tried again:\n${totals.flaky.map((name) => `  ${name}`).join('\n')}\n`);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

function readReport(file, suite, totals) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    process.stdout.write(`\nThe ${suite} tests did not finish: there is no report.\n`);
    totals.failed += 1;
    return null;
  }
}

function addUnitReport(totals) {
  const report = readReport(unitReport, 'unit', totals);
  if (!report) return;
  totals.passed += report.numPassedTests;
  // A file that fails outside its tests (import error, hook) counts as one failure.
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  totals.failed += report.numFailedTests + brokenFiles;
  for (const file of report.testResults) for (const test of file.assertionResults) if (['pending', 'skipped', 'todo'].includes(test.status)) totals.skipped.push(test.fullName);
}

function addBrowserReport(totals) {
  const report = readReport(browserReport, 'browser', totals);
  if (!report) return;
  totals.passed += report.stats.expected + report.stats.flaky;
  totals.failed += report.stats.unexpected + report.errors.length;
  totals.flaky.push(...listSpecs(report.suites).filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title));
  if (report.stats.skipped > 0) totals.skipped.push(`${report.stats.skipped} browser journeys`);
}

function listSpecs(suites = []) {
  return suites.flatMap(({ specs = [], suites: inner }) => [...specs, ...listSpecs(inner)]);
}
