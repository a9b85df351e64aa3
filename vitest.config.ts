import { defineConfig } from 'vitest/config';

/** What neither opens a database nor starts a process: `npm run check` runs it, too. */
const unit = ['lib/engine/**/*.test.ts', 'lib/client/**/*.test.ts', 'lib/messenger/**/*.test.ts', 'components/**/*.test.ts', 'lib/modules/**/*.rules.test.ts'];

const shared = {
  environment: 'node',
  testTimeout: 90_000,
  hookTimeout: 180_000,
  // Files share their modules: loading the whole server anew takes longer than most files' tests. So no test may leave anything behind in a module.
  isolate: false,
} as const;

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    globalSetup: ['./scripts/test/build-worker.mjs'],
    pool: 'threads',
    // Tests of processes wait a good deal, so two at a time are quicker even on two cores.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { ...shared, name: 'unit', include: unit } },
      { extends: true, test: { ...shared, name: 'module', include: ['lib/**/*.test.ts', 'samples/**/*.test.ts', 'scripts/**/*.test.ts'], exclude: unit } },
    ],
  },
});
