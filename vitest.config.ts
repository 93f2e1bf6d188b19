import { defineConfig } from 'vitest/config';
import { CountCases } from './test/cases/support/count-cases.ts';
import { SlowFirst } from './test/support/slow-first.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The second prints how many cases of test/cases were tried.
    reporters: ['default', new CountCases()],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Two cores are the smallest machine we promise to work on. Two forks used two thirds of them, because the tests of
    // crashes and schedules wait.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: { name: 'service', include: ['test/**/*.test.ts'], exclude: ['test/core/**'] },
      },
      {
        extends: true,
        // Values in, values out: these files share processes, for most of their time went into starting one each.
        test: { name: 'core', include: ['test/core/**/*.test.ts'], isolate: false },
      },
    ],
  },
});
