import { expect, test } from 'vitest';
import { simulateStories } from '../../../src/core/stories/simulated-stories.ts';
import type { FeaturedArticle } from '../../../src/core/stories/story.ts';
import { openStory } from '../../../src/core/stories/story-record.ts';
import { storyFeatures } from '../../../src/core/stories/story-features.ts';

const DAY = 86_400_000;
const WINDOW = 14 * DAY;
const BUSAN =
  'Officers in Busan found 248 cards declared as used parts, worth 12 billion won, and held four.';
const TAMPA =
  'A court in Tampa heard that Brian Raymond shipped 400 chips through Malaysia for $3.9 million.';

function report(text: string, day: number): FeaturedArticle {
  return storyFeatures({
    title: text.slice(0, 40),
    text,
    language: 'eng',
    topics: [],
    entities: [],
    published: new Date(day * DAY),
    outlet: 'A',
    url: 'https://a.example/',
  });
}

test('reports of one event share a story, others do not', () => {
  const stories = simulateStories(WINDOW);
  expect(stories.place('1', report(BUSAN, 1), [])).toBe('new-1');
  expect(stories.place('2', report(TAMPA, 1), [])).toBe('new-2');
  expect(stories.place('3', report(`${BUSAN} The port is busy.`, 2), [])).toBe('new-1');
});

test('a stored story takes in what belongs to it', () => {
  const stories = simulateStories(WINDOW);
  const stored = openStory('17', '9', report(BUSAN, 1));
  expect(stories.place('1', report(`${BUSAN} The port is busy.`, 2), [stored])).toBe('17');
  expect(stories.place('2', report(TAMPA, 2), [stored])).toBe('new-1');
});

test('a story ends a window after its last report', () => {
  const stories = simulateStories(WINDOW);
  stories.place('1', report(BUSAN, 1), []);
  expect(stories.place('2', report(`${BUSAN} More.`, 10), [])).toBe('new-1');
  expect(stories.place('3', report(`${BUSAN} Still more.`, 23), [])).toBe('new-1');
  expect(stories.place('4', report(`${BUSAN} A year on.`, 38), [])).toBe('new-2');
});
