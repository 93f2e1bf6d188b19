import { defineConfig } from 'vitest/config';
import { CountCases } from './test/cases/support/count-cases.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores are the smallest machine we promise to work on; more forks only slow each other down there.
    // The second prints how many cases of test/cases were tried.
    reporters: ['default', new CountCases()],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
  },
});
