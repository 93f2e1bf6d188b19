import { expect, test } from 'vitest';
import { missedByHub } from '../../../src/core/websub/missed-by-hub.ts';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);

test.each([
  ['nothing new', [], at('08:00'), false],
  ['published while the hub was pushing', [at('09:00')], at('08:00'), true],
  ['one of several', [at('07:00'), at('09:00')], at('08:00'), true],
  ['published before the hub began', [at('07:00')], at('08:00'), false],
  ['published just now, so that the push may be under way', [at('11:50')], at('08:00'), false],
  ['without a date', [undefined], at('08:00'), true],
  ['without a hub', [at('09:00'), undefined], undefined, false],
])('%s', (_, published, since, missed) => {
  expect(missedByHub(published, since, at('12:00'))).toBe(missed);
});
