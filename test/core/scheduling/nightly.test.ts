import { expect, test } from 'vitest';
import { isDueTonight } from '../../../src/core/scheduling/nightly.ts';

const RAN = new Date('2026-11-27T03:00:00Z');
const after = (hours: number) => new Date(RAN.getTime() + hours * 3_600_000);

test.each<[why: string, hours: number, hour: number, due: boolean]>([
  ['an hour later in the same night', 1, 4, false],
  ['the next night', 23, 2, true],
  ['the next evening', 19, 22, false],
  ['by day, after a night without the service', 31, 10, true],
  ['by day, before that', 29, 8, false],
  ['a clock that was two days ahead', -48, 12, true],
])('%s', (_why, hours, hour, due) => expect(isDueTonight(RAN, after(hours), hour)).toBe(due));
