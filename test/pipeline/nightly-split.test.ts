import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { whyCommand } from '../../src/cli/why.ts';
import { getStory, type StoryRow } from '../../src/io/store/stories/stories.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { absorbStory, holdingStories } from '../../src/pipeline/stories/move-articles.ts';
import { nightlyTasks } from '../../src/service/nightly-tasks.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import {
  at,
  publishedArticle,
  publishingPipeline,
  type StoredArticleOptions,
} from '../support/stored-article.ts';

const RETENTION = { articles: 0, unmatched: 0, raw: 0, ledger: 0 };

const BUSAN =
  'Officers in Busan found 248 Nvidia H100 cards declared as used parts, worth 12 billion won, and held four people.';
const TAMPA =
  'A court in Tampa heard that Brian Raymond shipped 400 Nvidia A100 chips through Malaysia for $3.9 million.';
const report = (name: string, title: string, text: string, hours: number): StoredArticleOptions => ({
  url: `https://${name}.example/report`,
  outlet: name,
  title,
  text,
  reportedAt: at(hours),
});
const busan = [
  report('a', 'Busan customs finds cards', BUSAN, 0),
  report('b', 'Cards found in Busan', `${BUSAN} The port is busy.`, 1),
];
const tampa = [
  report('c', 'Plea in Tampa', TAMPA, 2),
  report('d', 'Guilty in Tampa', `${TAMPA} He may appeal.`, 3),
];

let cli: TestCli;
let pipeline: Pipeline;
beforeEach(async () => {
  cli = await testCli(() => [whyCommand()]);
  pipeline = publishingPipeline(cli.db, at(20));
});
afterEach(() => cli[Symbol.asyncDispose]());

/** Both events in one story, as if a report that belongs to both had joined them. */
async function oneStory(): Promise<string> {
  const [first] = [await publishedArticle(pipeline, busan[0]!), await publishedArticle(pipeline, busan[1]!)];
  const [other] = [await publishedArticle(pipeline, tampa[0]!), await publishedArticle(pipeline, tampa[1]!)];
  await holdingStories(cli.db, [first.storyId, other.storyId], async (tx) => {
    const into = (await getStory(tx, first.storyId)) as StoryRow;
    const moved = { reasons: [], score: 1, pinned: false };
    await absorbStory(tx, into, other.storyId, { by: 'a later report', moved }, at(4));
  });
  return first.storyId;
}

const night = (split: 'perform' | 'propose' | 'off') =>
  nightlyTasks({ retention: RETENTION, stories: { split } })['splits']?.(
    pipeline,
    new AbortController().signal,
  );
const outletsOf = async (storyId: string) => (await getStory(cli.db, storyId))?.outlets;
const alerts = () => cli.db.selectFrom('alerts').select(['story_id', 'article_id']).orderBy('id').execute();

describe('the nightly check', () => {
  test('splits a story that has become two, without an alert, and explains it in why', async () => {
    const story = await oneStory();
    expect(await outletsOf(story)).toEqual(['a', 'b', 'c', 'd']);
    const before = (await alerts()).map(({ article_id: id }) => id);
    expect(await night('perform')).toEqual({ checked: 1, split: 1, proposed: 0 });

    expect(await outletsOf(story)).toEqual(['a', 'b']);
    const found = await cli.db
      .selectFrom('articles')
      .select('story_id')
      .where('outlet', 'in', ['c', 'd'])
      .execute();
    const [other] = found;
    expect(new Set(found.map(({ story_id: id }) => id)).size).toBe(1);
    expect(await outletsOf(other!.story_id as string)).toEqual(['c', 'd']);
    expect((await alerts()).map(({ article_id: id }) => id)).toEqual(before);
    expect((await cli.run('why', other!.story_id as string)).stdout).toMatch(
      new RegExp(`the nightly check took it out of story ${story}`),
    );

    // Both halves have alerts, so later reports join their half without another one.
    await publishedArticle(pipeline, report('e', 'More on Busan', `${BUSAN} Officers said more.`, 21));
    await publishedArticle(pipeline, report('f', 'More on Tampa', `${TAMPA} More is to come.`, 22));
    expect(await outletsOf(story)).toEqual(['a', 'b', 'e']);
    expect(await outletsOf(other!.story_id as string)).toEqual(['c', 'd', 'f']);
    expect(await alerts()).toHaveLength(2);
    expect(await night('perform')).toMatchObject({ split: 0 });
  });

  test('only proposes where it is told to, and each split once', async () => {
    const story = await oneStory();
    expect(await night('propose')).toEqual({ checked: 1, split: 0, proposed: 1 });
    expect(await night('propose')).toEqual({ checked: 1, split: 0, proposed: 0 });
    expect(await outletsOf(story)).toEqual(['a', 'b', 'c', 'd']);
    expect((await cli.run('why', story)).stdout).toMatch(/story\.split-proposed/);
  });

  test('a story that it cannot read does not stop the others', async () => {
    const broken = await publishedArticle(
      pipeline,
      report('x', 'Oslo', 'Customs in Oslo held 12 Nvidia chips.', 0),
    );
    for (const name of ['y', 'z']) {
      const text = 'Customs in Oslo held 12 Nvidia chips.';
      const { articleId } = await publishedArticle(pipeline, report(name, 'Oslo', text, 1));
      await cli.db
        .updateTable('articles')
        .set({ story_id: broken.storyId })
        .where('id', '=', articleId)
        .execute();
    }
    await cli.db.updateTable('articles').set({ features: '{}' }).execute();
    await oneStory();
    expect(await night('perform')).toEqual({ checked: 2, split: 1, proposed: 0 });
  });

  test('does not change a story of one event, one that a person merged, or any story where it is off', async () => {
    for (const one of busan) await publishedArticle(pipeline, one);
    await publishedArticle(pipeline, report('g', 'Busan again', `${BUSAN} Nobody spoke.`, 4));
    expect(await night('perform')).toMatchObject({ checked: 1, split: 0 });

    const story = await oneStory();
    await cli.db.updateTable('articles').set({ story_pinned: true }).execute();
    expect(await night('perform')).toMatchObject({ split: 0 });
    expect(await outletsOf(story)).toContain('c');
    expect(night('off')).toBeUndefined();
  });
});
