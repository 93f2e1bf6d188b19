import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/io/store/database.ts';
import { mayTakeOver, noteContact } from '../../src/pipeline/database-contact.ts';

const SECOND = 1_000;

/** A clock that starts at this time and is set by its machine, beside one that only ever runs. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.UTC(2026, 1, 1) }));
afterEach(() => void vi.useRealTimers());

function workFor(db: Database, seconds: number): void {
  for (let n = 0; n < seconds; n += 1) {
    vi.advanceTimersByTime(SECOND);
    noteContact(db);
  }
}

test.each([
  ['five minutes ahead', 300],
  ['five minutes back', -300],
  ['two hours back', -7_200],
])('a clock that is set %s takes no lease from a worker that renews it', (_, seconds) => {
  const db = {} as Database;
  workFor(db, 60);
  expect(mayTakeOver(db)).toBe(true);
  vi.setSystemTime(Date.now() + seconds * SECOND);
  expect(mayTakeOver(db)).toBe(false);
  workFor(db, 14);
  expect(mayTakeOver(db)).toBe(false);
  workFor(db, 3);
  expect(mayTakeOver(db)).toBe(true);
});

test('a clock that is corrected little by little changes nothing', () => {
  const db = {} as Database;
  for (let n = 0; n < 30; n += 1) {
    vi.setSystemTime(Date.now() + SECOND);
    workFor(db, 1);
    expect(mayTakeOver(db)).toBe(true);
  }
});
