import { describe, expect, test } from 'vitest';
import { decideStory } from '../../../src/core/stories/decide-story.ts';
import {
  mergeStories,
  splitStory,
  type ArrangedArticle,
  StorySplitError,
} from '../../../src/core/stories/rearrange-stories.ts';
import { article, match, NOW } from './articles.ts';

const stored = (articleId: string, title: string, text: string, hours: number): ArrangedArticle => ({
  articleId,
  pinned: false,
  ...article({
    title,
    text,
    topics: [match(hours < 3 ? 'chip_ban' : 'customs_check')],
    published: new Date(NOW.getTime() + hours * 3_600_000),
  }),
});

const BUSAN =
  'Officers in Busan found 248 Nvidia H100 cards declared as used parts, worth 12 billion won, and held four people.';
const TAMPA =
  'A court in Tampa heard that Brian Raymond shipped 400 Nvidia A100 chips through Malaysia for $3.9 million.';
const busan = [
  stored('b1', 'Busan customs', BUSAN, 0),
  stored('b2', 'Cards in Busan', `${BUSAN} The port is busy.`, 1),
];
const tampa = [
  stored('t1', 'Tampa plea', TAMPA, 4),
  stored('t2', 'Guilty in Tampa', `${TAMPA} He may appeal.`, 5),
];

describe('merge', () => {
  const result = mergeStories('s1', 's2', [...busan, ...tampa]);

  test('leaves one story with all the articles, pinned', () => {
    expect(result.stories).toHaveLength(1);
    expect(result.stories[0]).toMatchObject({
      storyId: 's1',
      articleCount: 4,
      state: { topics: ['chip_ban', 'customs_check'] },
    });
    expect(result.pinned.map(({ articleId, storyId }) => `${articleId} ${storyId}`)).toEqual([
      'b1 s1',
      'b2 s1',
      't1 s1',
      't2 s1',
    ]);
    expect(result.merged).toEqual({ from: 's2', into: 's1' });
  });

  test('a later report of either half joins it', () => {
    for (const [title, text] of [
      ['More from Busan', BUSAN],
      ['More from Tampa', TAMPA],
    ] as const) {
      const later = article({ title, text, published: new Date(NOW.getTime() + 8 * 3_600_000) });
      expect(decideStory(later.features, result.stories)).toMatchObject({ kind: 'join', storyId: 's1' });
    }
  });
});

describe('split', () => {
  const result = splitStory('s1', [...busan, ...tampa], new Set(['t1', 't2']), 's9');

  test('makes two stories, each with its own articles, topics and times', () => {
    expect(result.stories).toMatchObject([
      { storyId: 's1', articleCount: 2, state: { topics: ['chip_ban'] }, firstReport: NOW.getTime() },
      { storyId: 's9', articleCount: 2, state: { topics: ['customs_check'] } },
    ]);
    expect(result.stories[0]!.keys).not.toEqual(expect.arrayContaining([...tampa[0]!.keys]));
    expect(result.pinned).toHaveLength(4);
    expect(result.merged).toBeUndefined();
  });

  test('later reports go to the half that they are like', () => {
    const later = (title: string, text: string) =>
      decideStory(
        article({ title, text, published: new Date(NOW.getTime() + 8 * 3_600_000) }).features,
        result.stories,
      );
    expect(later('More from Busan', BUSAN)).toMatchObject({ kind: 'join', storyId: 's1' });
    expect(later('More from Tampa', TAMPA)).toMatchObject({ kind: 'join', storyId: 's9' });
  });

  test.each([[[]], [['b1', 'b2', 't1', 't2']]])('needs articles on both sides: %j', (leaving) => {
    expect(() => splitStory('s1', [...busan, ...tampa], new Set(leaving), 's9')).toThrow(StorySplitError);
  });
});
