import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { variantTest } from '../support/cases.ts';
import { atom, HOUR, iso, json, NEWS, rfc822, rss, START } from '../support/news-feeds.ts';
import { OUTLET } from '../support/outlet.ts';
import { polledFeed } from '../support/polled-feed.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

/** True ages of the entries at the first poll. Hours. */
const AGES = [0.4, 1.5, 3, 6, 20];
const entries = (ages: readonly number[], offset: number) =>
  ages.map((age, i) => ({
    ...NEWS[i % NEWS.length]!,
    link: `${OUTLET}/z/${age * 10}`,
    at: START - age * HOUR + offset,
  }));
const rssOf = (ages: readonly number[], offset: number, language: string) =>
  rss(entries(ages, offset).map(({ title, link, at }) => ({ title, link, pubDate: rfc822(at) }))).replace(
    '<description>News</description>',
    `<language>${language}</language>`,
  );

/** By how many hours the stored dates miss the true ones, at the most. */
async function worst(documents: readonly { body: string; hours: number }[], ages: readonly number[] = AGES) {
  const { items, states } = await polledFeed(
    bench,
    documents.map(({ body, hours }) => ({
      at: iso(START + hours * HOUR),
      headers: { 'content-type': body.startsWith('{') ? 'application/feed+json' : 'application/xml' },
      body,
    })),
  );
  expect(items.length).toBe(ages.length);
  const misses = items.map(({ url, published_at }) => {
    const age = Number(new URL(url).pathname.split('/').at(-1)) / 10;
    return Math.abs(START - age * HOUR - (published_at?.getTime() ?? 0)) / HOUR;
  });
  return { by: Math.max(...misses), habits: states.at(-1)!.habits.dates };
}

describe('local times that are labelled UTC', () => {
  variantTest('RSS of Hong Kong with GMT', async () => {
    const { by, habits } = await worst([{ body: rssOf(AGES, 8 * HOUR, 'zh-hk'), hours: 0 }]);
    expect(by).toBeLessThan(0.01);
    expect(habits?.zone).toBe('Asia/Hong_Kong');
  });
  variantTest('Atom of India with Z, where the language names no country', async () => {
    const body = atom(
      entries(AGES, 5.5 * HOUR).map(({ title, link, at }) => ({
        fields: { title, id: link, updated: iso(at) },
        link,
      })),
    );
    // Whole hours only, because nothing says which country it is.
    expect((await worst([{ body, hours: 0 }])).by).toBeLessThanOrEqual(0.5);
  });
  variantTest('JSON Feed of Sydney with +00:00', async () => {
    const body = json(
      entries(AGES, 11 * HOUR).map(({ title, link, at }) => ({
        id: link,
        url: link,
        title,
        date_published: iso(at).replace('Z', '+00:00'),
      })),
    );
    expect((await worst([{ body, hours: 0 }])).by).toBeLessThan(0.01);
  });
  variantTest('after a quiet night the label is still disbelieved', async () => {
    const ages = [...AGES, -9.6];
    const later = rssOf(ages, 9 * HOUR, 'ko');
    const quiet = rssOf(AGES, 9 * HOUR, 'ko');
    const polls = [
      { body: quiet, hours: 0 },
      { body: quiet.replace('<title>Outlet', '<title>The outlet'), hours: 9.3 },
      { body: later, hours: 10 },
    ];
    expect((await worst(polls, ages)).by).toBeLessThan(0.01);
  });
});

describe('what is no sign of it', () => {
  const keeps = async (ages: readonly number[]) => {
    const { habits } = await worst([{ body: rssOf(ages, 0, 'de'), hours: 0 }], ages);
    return habits?.falseUtcUntil === undefined && habits?.zone === undefined;
  };
  variantTest('one entry ahead, as under an embargo', async () => {
    const body = rssOf([-2, 1.5, 3], 0, 'de');
    const { states } = await polledFeed(bench, [{ at: iso(START), body }]);
    expect(states[0]!.habits.dates?.falseUtcUntil).toBeUndefined();
  });
  variantTest('dates of events tomorrow and next week', async () => {
    const body = rssOf([-2, -5, -20, -170], 0, 'de');
    const { states } = await polledFeed(bench, [{ at: iso(START), body }]);
    expect(states[0]!.habits.dates?.falseUtcUntil).toBeUndefined();
  });
  variantTest('a clock that is ten minutes fast', async () => {
    const body = rssOf([-0.15, -0.1, 3], 0, 'de');
    const { states } = await polledFeed(bench, [{ at: iso(START), body }]);
    expect(states[0]!.habits.dates?.falseUtcUntil).toBeUndefined();
  });
  variantTest('dates that are right', async () => {
    expect(await keeps(AGES)).toBe(true);
  });
});
