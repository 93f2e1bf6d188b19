import { beforeAll, describe, expect, test } from 'vitest';
import { bCubed, pairwise } from '../../../bench/story-measures.ts';
import { featureAll, groupAll, type GroupedArticle, readStorySet } from '../../../bench/story-set.ts';
import { detectDevelopments } from '../../../src/core/stories/detect-development.ts';
import { joinStory, openStory } from '../../../src/core/stories/story-record.ts';
import { sourceDocument } from './articles.ts';

const articles = readStorySet('first author');

describe('the labelled set', () => {
  test('is large and various enough', () => {
    const events = Map.groupBy(articles, ({ event }) => event);
    expect(articles.length).toBeGreaterThanOrEqual(200);
    expect(events.size).toBeGreaterThanOrEqual(60);
    expect(new Set(articles.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(8);
    expect(Math.max(...[...events.values()].map((group) => group.length))).toBe(12);
    expect(articles.filter(({ copyOf }) => copyOf !== undefined).length).toBeGreaterThanOrEqual(20);
  });

  test('has ids and addresses once, and only made-up outlets', () => {
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    expect(new Set(articles.map(({ url }) => url)).size).toBe(articles.length);
    for (const { outlet, url } of articles) {
      expect(outlet).toMatch(/^[a-z-]+\.example$/);
      expect(new URL(url).hostname).toBe(outlet);
    }
  });

  test('has the two source documents, as two events', () => {
    const [a, b] = ['000_c0b3dfb5e8aea5a1', '004_b01ec693ecf27e75'].map((name) => {
      const { text, title } = sourceDocument(name);
      return articles.find((article) => article.text === text && article.title === title);
    });
    expect(a).toBeDefined();
    expect(b).toBeDefined();
    expect(a!.event).not.toBe(b!.event);
  });
});

describe.each([
  ['first author', 0.965, 0.965],
  ['second author', 0.85, 0.95],
  ['own', 0.9, 0.95],
  ['briefs', 0.94, 0.97],
  ['follow-ups', 0.93, 0.97],
] as const)('grouping the set of the %s', (name, f1, precision) => {
  let grouped: GroupedArticle[];
  beforeAll(async () => {
    const set = readStorySet(name);
    grouped = groupAll(set, await featureAll(set));
  });

  test('keeps the accuracy limits', () => {
    expect(bCubed(grouped).f1).toBeGreaterThanOrEqual(f1);
    expect(bCubed(grouped).precision).toBeGreaterThanOrEqual(precision);
  });

  test('the reasons add up to the score', () => {
    for (const { decision } of grouped) {
      const judged = decision.kind === 'join' ? decision : decision.nearest;
      if (judged === undefined) continue;
      expect(judged.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(judged.score, 2);
    }
  });

  test('the lookup by keys finds a story of the event for nearly every report', () => {
    const findable = grouped.filter((item) => item.findable !== undefined);
    expect(findable.filter((item) => item.findable).length / findable.length).toBeGreaterThanOrEqual(0.93);
  });
});

test('ten outlets in four languages are one story, and the reversal the day after is alerted again', async () => {
  const chosen = articles.filter(({ event }) => ['e112', 'e114', 'e115'].includes(event));
  const featured = await featureAll(chosen);
  const grouped = groupAll(chosen, featured);
  const curbs = chosen.flatMap((article, at) => (article.event === 'e112' ? [{ ...article, at }] : []));
  expect(new Set(curbs.map(({ at }) => grouped[at]!.story)).size).toBe(1);
  expect(new Set(grouped.map(({ story }) => story)).size).toBe(3);

  let story = openStory('s', curbs[0]!.id, featured[curbs[0]!.at]!);
  const reversals: string[] = [];
  for (const { at, id } of curbs.slice(1)) {
    const developments = detectDevelopments(story.state, featured[at]!.features);
    if (developments.some((one) => one.kind === 'stance' && one.to === 'eased')) reversals.push(id);
    story = joinStory(story, id, featured[at]!);
  }
  const firstOfNextDay = curbs.find(({ published }) => published > '2025-11-14');
  expect(reversals).toEqual([firstOfNextDay!.id]);
});

test('pairwise and B³ figures of a known grouping', () => {
  const items = [
    { event: 'a', story: '1' },
    { event: 'a', story: '1' },
    { event: 'b', story: '1' },
    { event: 'b', story: '2' },
  ];
  expect(pairwise(items)).toEqual({ precision: 1 / 3, recall: 1 / 2, f1: 0.4 });
  const { precision, recall } = bCubed(items);
  expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
  expect(recall).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2) / 4);
});
