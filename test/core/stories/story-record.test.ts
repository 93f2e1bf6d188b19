import { describe, expect, test } from 'vitest';
import { joinStory, openStory, rereadInStory } from '../../../src/core/stories/story-record.ts';
import { article, DAY, match, NOW } from './articles.ts';

const at = (hours: number, change: Partial<Parameters<typeof article>[0]> = {}) =>
  article({
    title: `Report ${hours}`,
    text: `Officials said number ${hours} of the matter in Busan.`,
    published: new Date(NOW.getTime() + hours * 3_600_000),
    ...change,
  });

describe('a story', () => {
  test('opens with what its first article says', () => {
    const first = at(0, {
      topics: [match('chip_ban', 'proposed'), match('customs_check')],
      url: 'https://www.bis.gov/x',
    });
    expect(openStory('s', 'a', first)).toMatchObject({
      storyId: 's',
      firstReport: NOW.getTime(),
      lastReport: NOW.getTime(),
      articleCount: 1,
      members: [{ articleId: 'a' }],
      state: {
        topics: ['chip_ban', 'customs_check'],
        stances: [{ topic: 'chip_ban', stance: 'proposed', at: NOW.getTime() }],
        official: true,
      },
    });
  });

  test('adds each article once', () => {
    const story = joinStory(openStory('s', 'a', at(0)), 'b', at(5));
    expect(story).toMatchObject({ articleCount: 2, lastReport: at(5).features.at });
    expect(rereadInStory(story, 'b', at(5)).articleCount).toBe(2);
    expect(story.keys).toEqual(expect.arrayContaining([...at(0).keys, ...at(5).keys]));
  });

  test('begins earlier when an earlier report arrives late', () => {
    const story = joinStory(openStory('s', 'a', at(5)), 'b', at(0));
    expect(story.firstReport).toBe(NOW.getTime());
    expect(story.members[0]!.articleId).toBe('b');
  });

  test('keeps the first, the latest and each language among a bounded number of members', () => {
    let story = openStory('s', 'a0', at(0));
    for (let hour = 1; hour <= 30; hour += 1) {
      const language = hour === 7 ? 'jpn' : hour === 9 ? 'fra' : 'eng';
      story = joinStory(story, `a${hour}`, at(hour, { language }));
    }
    const ids = story.members.map(({ articleId }) => articleId);
    expect(ids.length).toBe(6);
    expect(ids).toEqual(expect.arrayContaining(['a0', 'a7', 'a9', 'a30']));
    expect(story.articleCount).toBe(31);
    expect(story.keys.length).toBeLessThanOrEqual(320);
  });

  test('an older report does not take back a newer stance', () => {
    const eased = at(30, { title: 'Curbs lifted', topics: [match('chip_ban', 'eased')] });
    const lateCopy = at(1, { topics: [match('chip_ban', 'in force')] });
    const story = joinStory(openStory('s', 'a', eased), 'b', lateCopy);
    expect(story.state.stances).toEqual([
      { topic: 'chip_ban', stance: 'eased', at: NOW.getTime() + 30 * 3_600_000 },
    ]);
  });

  test('an earlier stance is remembered when it changes', () => {
    const story = joinStory(
      openStory('s', 'a', at(0, { topics: [match('chip_ban', 'in force')] })),
      'b',
      at(24, { title: 'Curbs lifted', topics: [match('chip_ban', 'eased')] }),
    );
    expect(story.state.stances).toEqual([
      { topic: 'chip_ban', stance: 'eased', at: at(24).features.at, before: ['in force'] },
    ]);
  });

  test('an older report without a distant date changes only when the story begins', () => {
    const story = joinStory(openStory('s', 'a', at(0)), 'b', at(-48));
    expect(story.lastReport - story.firstReport).toBe(2 * DAY);
  });
});
