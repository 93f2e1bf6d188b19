import { expect, test } from 'vitest';
import { STORY_SETS, type StorySetName, readStorySet } from '../../../bench/story-set.ts';
import { judgePage } from '../../../src/core/plausibility/judge-page.ts';

// Many short reports have none of their headline's words, and some have words that also address a reader: `su` in
// Italian, 請 in Japanese.
test.each(Object.keys(STORY_SETS) as StorySetName[])(
  'short reports under their own headline are taken, where the feed has only that headline: %s',
  (name) => {
    const url = 'https://outlet.example/2026/03/02/story-1.html';
    const refused = readStorySet(name).flatMap(({ id, title, text }) => {
      const page = { requested: url, url, title, lead: undefined, text, visible: text };
      const { refusal } = judgePage(page, { title, text: '' });
      // A text in which an offer of a subscription was left may be a wall.
      return refusal === undefined || refusal === 'login' ? [] : [`${id}: ${refusal}`];
    });
    expect(refused).toEqual([]);
  },
);
