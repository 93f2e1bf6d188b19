import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { publishedArticle, type StoredArticleOptions } from '../support/stored-article.ts';

const START = Date.parse('2026-03-04T05:00:00Z');
const at = (hours: number) => new Date(START + hours * 3_600_000);
const TEXT =
  'Officers in Busan found 248 Nvidia H100 cards declared as used parts, worth 12 billion won, and held four people.';
const first: StoredArticleOptions = {
  url: 'https://a.example/busan',
  title: 'Busan customs finds cards',
  text: TEXT,
  outlet: 'A',
  topic: 'chip_ban',
  stance: 'in force',
  reportedAt: at(0),
};
const second: StoredArticleOptions = {
  ...first,
  url: 'https://b.example/busan',
  title: 'Cards found in Busan',
  text: `${TEXT} The port is busy.`,
  outlet: 'B',
  reportedAt: at(1),
};

let cli: TestCli;
let pipeline: Pipeline;
beforeEach(async () => {
  cli = await testCli(() => []);
  pipeline = {
    db: cli.db,
    settings: { routes: [{ name: 'all', channels: ['terminal'], updates: true, timeZone: 'UTC' }] },
    log: pino({ level: 'silent' }),
    now: () => at(48),
  } as unknown as Pipeline;
});
afterEach(() => cli[Symbol.asyncDispose]());

const told = () => cli.db.selectFrom('alerts').select(['kind', 'reason']).orderBy('id').execute();

test('a channel that a route names twice is sent one message, by itself or in a digest', async () => {
  const route = { channels: ['terminal', 'terminal'], updates: true, timeZone: 'UTC' };
  const routes = [
    { ...route, name: 'at once' },
    { ...route, name: 'digest', digest: { every: 'day', at: '07:00' } },
  ];
  const settings = { ...pipeline.settings, routes } as Pipeline['settings'];
  await publishedArticle({ ...pipeline, settings }, first);
  const deliveries = await cli.db
    .selectFrom('deliveries')
    .select(['route', 'held_for'])
    .orderBy('route')
    .execute();
  expect(deliveries).toEqual([
    { route: 'at once', held_for: null },
    { route: 'digest', held_for: 'digest' },
  ]);
});

test('an article with an edited headline, and its copies, cause no further alert', async () => {
  await publishedArticle(pipeline, first);
  await publishedArticle(pipeline, { ...first, title: 'UPDATE: curbs lifted after cards found in Busan' });
  await publishedArticle(pipeline, { ...first, stance: 'eased', reportedAt: at(30) });
  const copy = await publishedArticle(pipeline, { ...second, text: TEXT });
  await publishedArticle(pipeline, { ...second, text: TEXT, title: 'Corrected: cards found in Busan' });
  expect(await told()).toEqual([{ kind: 'alert', reason: null }]);
  const story = await cli.db
    .selectFrom('stories')
    .select('article_count')
    .where('id', '=', copy.storyId)
    .executeTakeFirstOrThrow();
  expect(story.article_count).toBe(2);
});

test('a change that the first outlet edits into its article is alerted when another outlet reports it', async () => {
  await publishedArticle(pipeline, first);
  await publishedArticle(pipeline, { ...first, title: 'Curbs lifted', stance: 'eased', reportedAt: at(30) });
  await publishedArticle(pipeline, {
    ...second,
    title: 'Curbs lifted after cards found in Busan',
    stance: 'eased',
    reportedAt: at(31),
  });
  expect(await told()).toEqual([
    { kind: 'alert', reason: null },
    { kind: 'update', reason: 'now eased (was in force)' },
  ]);
});

test('another topic of a story is alerted, and named', async () => {
  await publishedArticle(pipeline, first);
  await publishedArticle(pipeline, { ...second, topic: 'customs_check' });
  await publishedArticle(pipeline, { ...second, topic: 'customs_check', title: 'Corrected: cards' });
  expect(await told()).toEqual([
    { kind: 'alert', reason: null },
    { kind: 'update', reason: 'now also customs_check' },
  ]);
});

test('a report with only a possible match joins its story without an alert, and its outlet is counted', async () => {
  const { storyId } = await publishedArticle(pipeline, first);
  const doubtful = await publishedArticle(pipeline, { ...second, topic: 'customs_check', level: 'possible' });
  expect(doubtful.storyId).toBe(storyId);
  expect(await told()).toEqual([{ kind: 'alert', reason: null }]);
  const story = await cli.db
    .selectFrom('stories')
    .select(['article_count', 'outlets'])
    .where('id', '=', storyId)
    .executeTakeFirstOrThrow();
  expect(story).toEqual({ article_count: 2, outlets: ['A', 'B'] });
});
