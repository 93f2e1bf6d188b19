import { afterEach, beforeEach, expect, test } from 'vitest';
import { whyCommand } from '../../src/cli/why.ts';
import type { Database } from '../../src/io/store/database.ts';
import { lockPublishing } from '../../src/io/store/stories/stories.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { splitFromStory } from '../../src/pipeline/stories/rearrange-stories.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import {
  at,
  publishedArticle,
  publishingPipeline,
  type StoredArticleOptions,
} from '../support/stored-article.ts';

const fire: StoredArticleOptions = {
  url: 'https://a.example/fire',
  outlet: 'A',
  title: 'Two injured in warehouse fire in Ulsan',
  text: 'A fire broke out at a warehouse in Ulsan on Wednesday. Two workers were taken to hospital, the fire brigade said.',
  reportedAt: at(0),
};
const shortage: StoredArticleOptions = {
  url: 'https://b.example/gas',
  outlet: 'B',
  title: 'Hanbitgas stops deliveries of nitrogen trifluoride',
  text: 'The supplier Hanbitgas has stopped all deliveries of nitrogen trifluoride to Samsung and SK hynix until further notice. Hanbitgas gave no reason.',
  reportedAt: at(1),
};
const bridge: StoredArticleOptions = {
  url: 'https://c.example/both',
  outlet: 'C',
  title: 'Warehouse fire in Ulsan: Hanbitgas stops deliveries of nitrogen trifluoride',
  text: 'After a fire at its warehouse in Ulsan on Wednesday Hanbitgas has stopped all deliveries of nitrogen trifluoride to Samsung and SK hynix. Two workers of Hanbitgas were taken to hospital after the fire, the fire brigade said.',
  reportedAt: at(2),
};

let cli: TestCli;
let pipeline: Pipeline;
beforeEach(async () => {
  cli = await testCli(() => [whyCommand()]);
  pipeline = publishingPipeline(cli.db, at(30));
});
afterEach(() => cli[Symbol.asyncDispose]());

const alerts = () =>
  cli.db.selectFrom('alerts').select(['story_id', 'kind', 'reason']).orderBy('id').execute();
const placed = (db: Database) =>
  db.selectFrom('articles').select(['outlet', 'story_id', 'story_pinned']).orderBy('id').execute();

test('a report about both merges two recent stories; nothing is alerted again, and later updates are sent once', async () => {
  const one = await publishedArticle(pipeline, fire);
  const two = await publishedArticle(pipeline, shortage);
  expect(one.storyId).not.toBe(two.storyId);
  expect(await alerts()).toHaveLength(2);

  const three = await publishedArticle(pipeline, bridge);
  expect(three.storyId).toBe(one.storyId);
  expect(new Set((await placed(cli.db)).map(({ story_id: id }) => id))).toEqual(new Set([one.storyId]));
  expect(await alerts()).toEqual([
    { story_id: one.storyId, kind: 'alert', reason: null },
    { story_id: one.storyId, kind: 'alert', reason: null },
  ]);

  await publishedArticle(pipeline, {
    ...shortage,
    url: 'https://d.example/later',
    outlet: 'D',
    topic: 'customs_check',
    reportedAt: at(5),
  });
  const later = (await alerts()).slice(2);
  expect(later).toEqual([{ story_id: one.storyId, kind: 'update', reason: 'now also customs_check' }]);

  const why = await cli.run('why', two.storyId);
  expect(why.stdout).toMatch(/a later report showed that story \d+ and this one are one/);
  const record = await cli.db.selectFrom('ledger').select(['event', 'detail']).execute();
  expect(record).toContainEqual({
    event: 'story.merged',
    detail: { from: two.storyId, articles: 1, by: 'a later report' },
  });
});

test('a day later, or as a round-up, it joins one of them and leaves two', async () => {
  for (const change of [
    { reportedAt: at(24) },
    { title: `The week in brief: ${bridge.title}`, url: 'https://c.example/week' },
  ]) {
    await publishedArticle(pipeline, fire);
    await publishedArticle(pipeline, shortage);
    await publishedArticle(pipeline, { ...bridge, ...change });
    const stories = await cli.db
      .selectFrom('stories')
      .select('id')
      .where('merged_into', 'is not', null)
      .execute();
    expect(stories).toEqual([]);
  }
});

test('stories that a person split stay split', async () => {
  const one = await publishedArticle(pipeline, fire);
  const two = await publishedArticle(pipeline, shortage);
  await cli.db.updateTable('articles').set({ story_id: one.storyId }).execute();
  await splitFromStory(cli.db, one.storyId, [two.articleId], at(1));
  await publishedArticle(pipeline, bridge);
  const stories = (await placed(cli.db)).map(({ story_id: id }) => id);
  expect(new Set(stories).size).toBe(2);
});

test('an article that is being read again keeps its story, and nothing waits for ever', async () => {
  await publishedArticle(pipeline, fire);
  const two = await publishedArticle(pipeline, shortage);
  let bridged: Promise<unknown> = Promise.resolve();
  await cli.db.transaction().execute(async (tx) => {
    // In the order in which publishing locks: first the article's row, then the publishing lock.
    await tx.selectFrom('articles').select('id').where('id', '=', two.articleId).forUpdate().execute();
    bridged = publishedArticle(pipeline, bridge);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await lockPublishing(tx);
  });
  await bridged;
  const outlets = (await placed(cli.db)).filter(({ story_id: id }) => id === two.storyId);
  expect(outlets.map(({ outlet }) => outlet)).toContain('B');
});

test('reports that arrive at the same time end as one story', async () => {
  await Promise.all([publishedArticle(pipeline, fire), publishedArticle(pipeline, shortage)]);
  await Promise.all([
    publishedArticle(pipeline, bridge),
    publishedArticle(pipeline, { ...bridge, url: 'https://e.example/both', outlet: 'E' }),
  ]);
  expect(new Set((await placed(cli.db)).map(({ story_id: id }) => id)).size).toBe(1);
  expect(await alerts()).toHaveLength(2);
});
