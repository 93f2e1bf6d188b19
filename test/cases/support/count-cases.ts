import type { Reporter, TestModule } from 'vitest/node';
import { roleOf } from './case-names.ts';

/** Prints how many cases and variants a run has tried, and how many of them passed. */
export class CountCases implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { case: { held: 0, all: 0 }, variant: { held: 0, all: 0 } };
    for (const module of modules) {
      if (!module.moduleId.includes('/test/cases/')) continue;
      for (const test of module.children.allTests()) {
        const role = roleOf(test.name);
        if (role === undefined || test.result().state === 'skipped') continue;
        count[role].all += 1;
        if (test.result().state === 'passed') count[role].held += 1;
      }
    }
    if (count.case.all + count.variant.all === 0) return;
    console.log(
      `cases: ${count.case.held} of ${count.case.all} hold, and ${count.variant.held} of ${count.variant.all} variants`,
    );
  }
}
