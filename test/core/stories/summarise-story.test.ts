import { expect, test } from 'vitest';
import { type ReportedArticle, summariseStory } from '../../../src/core/stories/summarise-story.ts';
import type { Stance } from '../../../src/core/topics/match.ts';

const report = (
  articleId: string,
  hour: number,
  outlet: string,
  language: string,
  topics: readonly (readonly [string, Stance?])[],
  official = false,
): ReportedArticle => ({
  articleId,
  title: articleId,
  url: `https://${outlet}/${articleId}`,
  outlet,
  language,
  published: new Date(Date.UTC(2025, 9, 8, hour)),
  official,
  topics: topics.map(([topic, stance]) => ({ topic, stance, level: 'sure' })),
});

test('a summary lists who reported what, when, and what was new each time', () => {
  const summary = summariseStory([
    report('late', 9, 'c.example', 'fr', [['chip_ban', 'eased']]),
    report('first', 1, 'a.example', 'en', [['chip_ban', 'in force']]),
    report('copy', 2, 'b.example', 'en', [['chip_ban']]),
    report('ministry', 5, 'd.example', 'en', [['chip_ban', 'in force'], ['customs_check']], true),
  ]);
  expect(summary).toMatchObject({
    firstReport: { articleId: 'first' },
    lastReport: new Date(Date.UTC(2025, 9, 8, 9)),
    articleCount: 4,
    outlets: ['a.example', 'b.example', 'd.example', 'c.example'],
    languages: ['en', 'fr'],
    topics: ['chip_ban', 'customs_check'],
  });
  expect(summary!.timeline.map(({ article, news }) => [article.articleId, news])).toEqual([
    ['first', ['first report']],
    ['copy', []],
    ['ministry', ['now also customs_check', 'first official source']],
    ['late', ['first in fr', 'chip_ban now eased']],
  ]);
});

test('without articles there is no summary', () => {
  expect(summariseStory([])).toBeUndefined();
});

test.each([
  ['says by date or verb that it begins', true, ['chip_ban now in force']],
  ['says no such thing', undefined, []],
] as const)('an hour after the proposal a report that the measure is in force %s', (_, takesEffect, news) => {
  const proposal = report('proposal', 1, 'a.example', 'en', [['chip_ban', 'proposed']]);
  const law = report('law', 2, 'b.example', 'en', []);
  const topics = [{ topic: 'chip_ban', stance: 'in force' as const, takesEffect, level: 'sure' as const }];
  expect(summariseStory([proposal, { ...law, topics }])!.timeline[1]!.news).toEqual(news);
});
