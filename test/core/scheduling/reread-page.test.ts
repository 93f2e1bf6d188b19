import { expect, test } from 'vitest';
import { rereadPageAt } from '../../../src/core/scheduling/reread-page.ts';

const FIRST_SEEN = new Date('2026-03-02T08:00:00Z');
const after = (seconds: number) => new Date(FIRST_SEEN.getTime() + seconds * 1_000);
const NONE = { pages: 0, unread: 0 };

test.each([
  ['a page that has just failed, after a minute and a half', 5, 90],
  ['not twice within a minute', 40, 600],
  ['for the second time after ten minutes', 95, 600],
  ['for the third time after an hour', 650, 3_600],
  ['no more after that', 3_600, undefined],
  ['not a page of long ago', 86_400, undefined],
])('%s', (_, age, next) => {
  expect(rereadPageAt(FIRST_SEEN, after(age), NONE)).toEqual(next === undefined ? undefined : after(next));
});

test.each([
  ['a host that never showed an article', { pages: 2, unread: 2 }, false],
  ['a host that shows every other one', { pages: 10, unread: 5 }, false],
  ['a host that mostly shows them', { pages: 10, unread: 4 }, true],
  ['a single page may be an accident', { pages: 1, unread: 1 }, true],
])('%s', (_, history, isAgain) => {
  expect(rereadPageAt(FIRST_SEEN, after(5), history) !== undefined).toBe(isAgain);
});
