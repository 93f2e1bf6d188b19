import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start processes, servers or browsers: begun last, one of them would run alone for a minute. */
const SLOW = /\/test\/(?:chaos|pipeline|service|web)\//;

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
