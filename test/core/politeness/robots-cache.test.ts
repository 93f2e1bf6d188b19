import { describe, expect, test } from 'vitest';
import { ALLOW_ALL, DISALLOW_ALL } from '../../../src/core/politeness/robots.ts';
import {
  nextRobotsState,
  type RobotsAnswer,
  type RobotsState,
} from '../../../src/core/politeness/robots-cache.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const TEXT = 'User-agent: *\nDisallow: /x';
const READ = { rules: [{ allow: false, pattern: '/x' }], sitemaps: [] };
const next = (answer: RobotsAnswer, previous?: RobotsState, now = NOW) =>
  nextRobotsState(previous, answer, now, 'chipwatch');

describe('an answer about robots.txt', () => {
  test.each<[string, RobotsAnswer, object, number]>([
    ['200', { status: 200, text: TEXT }, READ, 24],
    ['200 that is fresh for two hours', { status: 200, text: TEXT, freshSeconds: 7200 }, READ, 2],
    ['200 that is fresh for a week', { status: 200, text: TEXT, freshSeconds: 604_800 }, READ, 24],
    ['200 that is never fresh', { status: 200, text: TEXT, freshSeconds: 0 }, READ, 1],
    ['404', { status: 404, text: 'User-agent: *\nDisallow: /' }, ALLOW_ALL, 24],
    ['401', { status: 401, text: '' }, ALLOW_ALL, 24],
    ['301 without a target', { status: 301, text: '' }, ALLOW_ALL, 24],
    ['too many redirects', { none: true, code: 'too-many-redirects' }, ALLOW_ALL, 24],
    ['500', { status: 500, text: '' }, DISALLOW_ALL, 0.25],
    ['429', { status: 429, text: '' }, DISALLOW_ALL, 0.25],
    ['no answer', { none: true, code: 'timeout' }, DISALLOW_ALL, 0.25],
  ])('%s', (_, answer, rules, hours) => {
    expect(next(answer)).toMatchObject({ rules, expiresAt: later(hours) });
  });
});

describe('a robots.txt that cannot be had any more', () => {
  const down: RobotsAnswer = { status: 503, text: '' };
  const known = next({ status: 200, text: TEXT });

  test('stays valid for a day, then forbids the site, and after thirty days allows it', () => {
    const first = next(down, known);
    expect(first).toMatchObject({ rules: READ, unreachableSince: NOW });
    expect(next(down, first, later(23))).toMatchObject({ rules: READ, unreachableSince: NOW });
    const closed = next(down, first, later(24));
    expect(closed.rules).toEqual(DISALLOW_ALL);
    expect(next(down, closed, later(29 * 24)).rules).toEqual(DISALLOW_ALL);
    expect(next(down, closed, later(30 * 24)).rules).toEqual(ALLOW_ALL);
  });

  test('is valid again as soon as it is back', () => {
    const back = next({ status: 200, text: TEXT }, next(down, known), later(1));
    expect(back).toEqual({ rules: READ, expiresAt: later(25) });
  });
});
