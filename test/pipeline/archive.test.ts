import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archiveSpan, lockUnchanged, readArchive } from '../../src/io/store/archive.ts';
import { ThreadDeadlineError } from '../../src/io/threads/thread-errors.ts';
import type { ArchiveScope } from '../../src/pipeline/classify-archive.ts';
import { diffTopics, type TopicsDiff } from '../../src/pipeline/diff-topics.ts';
import type { Reader } from '../../src/pipeline/reader.ts';
import { type Reapplied, reapplyTopics } from '../../src/pipeline/reapply-topics.ts';
import { shareModels } from '../../src/pipeline/models/shared-models.ts';
import { classifyTexts } from '../../src/pipeline/threads/classify-texts.ts';
import {
  addressOf,
  englishItems,
  itemsWith,
  type LabelledItem,
  type OneRule,
  publishingAt,
  storeItems,
  topicFiles,
  type TopicFiles,
} from '../support/archive.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { publishedArticle } from '../support/stored-article.ts';

const START = new Date('2026-03-01T00:00:00Z');
const NOW = new Date('2026-03-02T00:00:00Z');
const items = englishItems();
const smuggled = itemsWith('smuggl', items);
const seized = itemsWith('seiz', items);
const either = itemsWith('smuggl|seiz', items);
const neither = items.filter((item) => !either.includes(item));
const stored = [...either, ...neither.slice(0, 3)];

const opened = new Map<string, Promise<TopicFiles>>();
const cleanup = new AsyncDisposableStack();
let database: TestDatabase;

async function filesOf(topics: Record<string, OneRule>): Promise<TopicFiles> {
  const key = JSON.stringify(topics);
  const files = opened.get(key) ?? topicFiles(topics);
  if (!opened.has(key)) cleanup.use(await files);
  opened.set(key, files);
  return files;
}

/** What threads do, without the threads. */
async function readerOf(topics: Record<string, OneRule>): Promise<Pick<Reader, 'classify'>> {
  const models = await shareModels(await filesOf(topics));
  return { classify: async (task) => classifyTexts({ ...task, models }) };
}

const SMUGGLING = { smuggling: { terms: 'smuggl*' } };
const SEIZURES = { smuggling: { terms: 'seiz*' } };
const BOTH = { smuggling: { terms: 'smuggl*, seiz*' } };

beforeAll(() => {
  // The oracle must tell something: items that both find, and items that only one does.
  expect(smuggled.filter((item) => !seized.includes(item)).length).toBeGreaterThan(1);
  expect(seized.filter((item) => !smuggled.includes(item)).length).toBeGreaterThan(1);
});
afterAll(() => cleanup.disposeAsync());

beforeEach(async () => {
  database = await testDatabase();
  return () => database[Symbol.asyncDispose]();
});

const noProgress = { start() {}, step() {} };
const everything = (topics: Record<string, OneRule>): ArchiveScope => ({
  topics: Object.keys(topics),
  only: undefined,
  since: undefined,
  limit: 100,
});

async function store(
  topics: Record<string, OneRule>,
  which: readonly LabelledItem[] = stored,
  at = START,
): Promise<void> {
  const publishing = publishingAt(() => START);
  await storeItems(database.db, which, { rules: await filesOf(topics), at, publishing });
}

async function diff(
  old: Record<string, OneRule>,
  now: Record<string, OneRule>,
  scope: Partial<ArchiveScope> = {},
): Promise<TopicsDiff> {
  const before = await readerOf(old);
  const after = await readerOf(now);
  return diffTopics(
    { db: database.db, before, after },
    { ...everything({ ...old, ...now }), ...scope },
    noProgress,
  );
}

async function reapply(
  topics: Record<string, OneRule>,
  { alert = false, ...scope }: Partial<ArchiveScope> & { alert?: boolean } = {},
): Promise<Reapplied> {
  const reader = await readerOf(topics);
  const publishing = publishingAt(() => NOW);
  return reapplyTopics(
    { db: database.db, reader, publishing, alert },
    { ...everything(topics), ...scope },
    noProgress,
  );
}

/** All that a run may touch. */
async function snapshot() {
  const { db } = database;
  const all = async (table: 'articles' | 'matches' | 'stories' | 'alerts' | 'deliveries' | 'ledger') =>
    (await db.selectFrom(table).selectAll().execute())
      .map((row) => JSON.stringify(row))
      .sort((a, b) => (a < b ? -1 : 1));
  return {
    articles: await all('articles'),
    matches: await all('matches'),
    stories: await all('stories'),
    alerts: await all('alerts'),
    deliveries: await all('deliveries'),
    ledger: await all('ledger'),
  };
}

async function matchedUrls(topic = 'smuggling'): Promise<string[]> {
  const rows = await database.db
    .selectFrom('matches')
    .innerJoin('articles', 'articles.id', 'matches.article_id')
    .select('canonical_url')
    .where('topic', '=', topic)
    .execute();
  return rows.map((row) => row.canonical_url).sort();
}

const urls = (which: readonly LabelledItem[]) => which.map(addressOf).sort();
const without = (all: readonly LabelledItem[], some: readonly LabelledItem[]) =>
  all.filter((item) => !some.includes(item));
const listed = ({ changes }: TopicsDiff | Reapplied, kind: string) =>
  changes
    .filter((change) => change.kind === kind)
    .map((change) => change.url)
    .sort();

describe('topics diff', () => {
  test('tells what was gained and lost, with the sentences, and stores nothing', async () => {
    // More than one batch.
    const many = [...neither.slice(0, 55), ...either];
    await store(SMUGGLING, many);
    const before = await snapshot();
    const found = await diff(SMUGGLING, SEIZURES);

    expect(found).toMatchObject({ articles: many.length, unreadable: 0 });
    expect(listed(found, 'gained')).toEqual(urls(without(seized, smuggled)));
    expect(listed(found, 'lost')).toEqual(urls(without(smuggled, seized)));
    expect(found.topics).toMatchObject([
      {
        topic: 'smuggling',
        articles: {
          gained: without(seized, smuggled).length,
          lost: without(smuggled, seized).length,
          stance: 0,
        },
      },
    ]);
    for (const change of found.changes) {
      if (change.kind === 'gained') expect(change).toMatchObject({ began: ['smuggling-rule'], stopped: [] });
      if (change.kind === 'lost') expect(change).toMatchObject({ began: [], stopped: ['smuggling-rule'] });
      if (change.kind !== 'confidence')
        expect(change.passage?.text).toMatch(change.kind === 'gained' ? /seiz/i : /smuggl/i);
    }
    expect(await snapshot()).toEqual(before);
  });

  test('finds nothing between a version and itself', async () => {
    await store(SMUGGLING);
    expect(await diff(BOTH, BOTH)).toMatchObject({
      alerts: { gained: 0, lost: 0 },
      topics: [
        { articles: { gained: 0, lost: 0, stance: 0, confidence: 0 }, stories: { gained: 0, lost: 0 } },
      ],
      changes: [],
    });
  });

  test('tells other stances and other confidences apart', async () => {
    await store(SMUGGLING);
    const stance = await diff(SMUGGLING, { smuggling: { terms: 'smuggl*', stance: 'evaded' } });
    expect(listed(stance, 'stance')).toEqual(urls(smuggled));
    expect(stance.topics[0]?.articles).toEqual({
      gained: 0,
      lost: 0,
      stance: smuggled.length,
      confidence: 0,
    });
    expect(stance.alerts).toEqual({ gained: 0, lost: 0 });
    const other = await diff(SMUGGLING, { smuggling: { terms: 'smuggl*', weight: 15 } });
    expect(listed(other, 'confidence')).toEqual(urls(smuggled));
    expect(other.changes[0]).toMatchObject({ began: [], stopped: [] });
  });

  test('counts an event that several outlets report as one alert', async () => {
    const [one, other] = without(seized, smuggled) as [LabelledItem, LabelledItem];
    const copy = { ...one, id: 'copy' };
    await store(SMUGGLING, [one, copy, other]);
    const found = await diff(SMUGGLING, SEIZURES);
    expect(found.topics[0]).toMatchObject({ articles: { gained: 3 }, stories: { gained: 2, lost: 0 } });
    expect(found.alerts).toEqual({ gained: 2, lost: 0 });
    expect((await diff(SEIZURES, SMUGGLING)).alerts).toEqual({ gained: 0, lost: 2 });
  });

  test('an article that a stored story would take in is no alert of its own', async () => {
    const [one] = without(seized, smuggled) as [LabelledItem];
    const copy = { ...one, id: 'copy', body: `${one.body}\n\nThe goods had been smuggled.` };
    await store(SMUGGLING, [one, copy]);
    const found = await diff(SMUGGLING, BOTH);
    expect(found.topics[0]).toMatchObject({ articles: { gained: 1 }, stories: { gained: 0, lost: 0 } });
    expect(found.alerts).toEqual({ gained: 0, lost: 0 });
  });

  test('a topic that comes to a story with another topic is no alert gained', async () => {
    await store(SMUGGLING, smuggled.slice(0, 1));
    const twin = { ...SMUGGLING, goods: { terms: 'smuggl*' } };
    const found = await diff(SMUGGLING, twin);
    expect(found.topics.find(({ topic }) => topic === 'goods')?.stories).toEqual({ gained: 1, lost: 0 });
    expect(found.alerts).toEqual({ gained: 0, lost: 0 });
  });

  test('looks at the topics and at the time asked for', async () => {
    await store(SMUGGLING, [...without(smuggled, seized), ...without(seized, smuggled)]);
    const all = { ...SEIZURES, goods: { terms: 'smuggl*, seiz*' } };
    const goods = await diff(SMUGGLING, all, { only: ['goods'] });
    expect(goods.topics.map(({ topic }) => topic)).toEqual(['goods']);
    expect(new Set(goods.changes.map(({ topic }) => topic))).toEqual(new Set(['goods']));

    const since = new Date(START.getTime() + without(smuggled, seized).length * 60_000);
    const late = await diff(SMUGGLING, SEIZURES, { since });
    expect(late.articles).toBe(without(seized, smuggled).length);
    expect(listed(late, 'lost')).toEqual([]);
    expect(listed(late, 'gained')).toEqual(urls(without(seized, smuggled)));
  });

  test('lists the latest and counts all', async () => {
    await store(SMUGGLING);
    const found = await diff(SMUGGLING, { smuggling: { terms: 'zzz' } }, { limit: 2 });
    expect(found.topics[0]?.articles.lost).toBe(smuggled.length);
    expect(found.changes.map(({ url }) => url)).toEqual(smuggled.slice(-2).toReversed().map(addressOf));
  });

  test('an article that takes too long costs itself, not its batch', async () => {
    await store(SMUGGLING);
    const reader = await readerOf(SEIZURES);
    const slow = without(seized, smuggled)[0] as LabelledItem;
    const found = await diffTopics(
      {
        db: database.db,
        before: await readerOf(SMUGGLING),
        after: {
          async classify(task) {
            if (task.articles.some(({ url }) => url === addressOf(slow))) throw new ThreadDeadlineError(1);
            return reader.classify(task);
          },
        },
      },
      everything(SMUGGLING),
      noProgress,
    );
    expect(found).toMatchObject({ articles: stored.length, unreadable: 1 });
    expect(listed(found, 'gained')).toEqual(urls(without(seized, smuggled).filter((item) => item !== slow)));
  });
});

describe('topics reapply', () => {
  test('replaces matches, shows what is new in stories, and alerts nobody', async () => {
    await store(SMUGGLING);
    const done = await reapply(BOTH);
    expect(done).toMatchObject({ articles: stored.length, unreadable: 0, skipped: 0, alerts: 0 });
    expect(listed(done, 'gained')).toEqual(urls(without(seized, smuggled)));
    expect(await matchedUrls()).toEqual(urls(either));

    const { db } = database;
    const homeless = await db
      .selectFrom('matches')
      .innerJoin('articles', 'articles.id', 'matches.article_id')
      .select('articles.id')
      .where('story_id', 'is', null)
      .execute();
    expect(homeless).toEqual([]);
    expect(await db.selectFrom('alerts').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('deliveries').selectAll().execute()).toEqual([]);
    const entries = await db.selectFrom('ledger').selectAll().where('event', '=', 'reclassified').execute();
    expect(entries).toHaveLength(done.changes.length);
    const lines = entries.map(
      ({ detail }) => (detail['topics'] as Record<string, string>)['smuggling'] ?? '',
    );
    expect(lines.filter((line) => /^no → sure \d+$/.test(line))).toHaveLength(listed(done, 'gained').length);
    expect(lines.filter((line) => /^sure \d+ → sure \d+$/.test(line))).toHaveLength(
      listed(done, 'confidence').length,
    );
    expect(entries.map(({ detail }) => detail['alerting'])).not.toContain(true);
  });

  test.each([{ alert: false }, { alert: true }])('a second run changes nothing (%o)', async ({ alert }) => {
    await store(SMUGGLING);
    const [first, again] = [await reapply(SEIZURES, { alert }), await snapshot()];
    expect(first.changes.length).toBeGreaterThan(0);
    expect(await reapply(SEIZURES, { alert })).toMatchObject({ refreshed: 0, changes: [], alerts: 0 });
    expect(await snapshot()).toEqual(again);
  });

  test('there and back again leaves matches and features as they were', async () => {
    await store(SMUGGLING);
    const evidence = async () =>
      database.db
        .selectFrom('matches')
        .select(['article_id', 'topic', 'confidence', 'rules', 'passages', 'version'])
        .orderBy('article_id')
        .execute();
    const features = async () =>
      database.db
        .selectFrom('articles')
        .select(['id', 'features'])
        .where('canonical_url', 'in', urls(smuggled))
        .orderBy('id')
        .execute();
    const before = [await evidence(), await features()];
    await reapply(SEIZURES);
    expect(await evidence()).not.toEqual(before[0]);
    await reapply(SMUGGLING);
    expect([await evidence(), await features()]).toEqual(before);
  });

  test('after a silent run the next real report is the first alert, and a rerun none', async () => {
    const [one] = without(seized, smuggled) as [LabelledItem];
    await store(SMUGGLING, [one]);
    await reapply(SEIZURES);
    const story = await database.db.selectFrom('stories').selectAll().executeTakeFirstOrThrow();
    expect(story.state.topics).toEqual(['smuggling']);
    const joined = await publishedArticle(
      { ...publishingAt(() => NOW), db: database.db } as Parameters<typeof publishedArticle>[0],
      {
        url: 'https://other.example/report',
        title: one.title,
        text: one.body,
        outlet: 'Other',
        reportedAt: new Date(START.getTime() + 3_600_000),
        topic: 'smuggling',
      },
    );
    expect(joined.storyId).toBe(story.id);
    const alerts = await database.db.selectFrom('alerts').selectAll().execute();
    expect(alerts).toMatchObject([{ article_id: joined.articleId, development: 'first', kind: 'alert' }]);
    await reapply(SEIZURES, { alert: true });
    expect(await database.db.selectFrom('alerts').selectAll().execute()).toHaveLength(1);
  });

  test('with --alert what is new goes through the routes, each story once', async () => {
    const [one, other] = without(seized, smuggled) as [LabelledItem, LabelledItem];
    const known = without(smuggled, seized)[0] as LabelledItem;
    await store(SMUGGLING, [known, one, { ...one, id: 'copy' }, other]);
    const done = await reapply(BOTH, { alert: true });
    expect(done.alerts).toBe(2);
    const alerts = await database.db
      .selectFrom('alerts')
      .innerJoin('articles', 'articles.id', 'alerts.article_id')
      .select(['canonical_url', 'development'])
      .execute();
    expect(alerts.map((alert) => alert.canonical_url).sort()).toEqual(urls([one, other]));
    const deliveries = await database.db.selectFrom('deliveries').select(['channel', 'state']).execute();
    expect(deliveries).toEqual([
      { channel: 'terminal', state: 'pending' },
      { channel: 'terminal', state: 'pending' },
    ]);
  });

  test('an article without its topics stays in its story, which tells no more of them', async () => {
    const [one] = without(smuggled, seized) as [LabelledItem];
    const copy = { ...one, id: 'copy', body: `${one.body}\n\nOfficers seized the goods.` };
    await store(SMUGGLING, [one, copy]);
    const story = () => database.db.selectFrom('stories').selectAll().execute();
    const [before] = await story();
    expect(before).toMatchObject({ article_count: 2, state: { topics: ['smuggling'] } });

    await reapply(SEIZURES);
    const [kept] = await story();
    expect(kept).toMatchObject({ id: before?.id, article_count: 2, state: { topics: ['smuggling'] } });

    const done = await reapply({ smuggling: { terms: 'zzz' } });
    expect(listed(done, 'lost')).toEqual([addressOf(copy)]);
    const [after] = await story();
    expect(after).toMatchObject({ id: before?.id, article_count: 2, state: { topics: [] } });
    expect(await matchedUrls()).toEqual([]);
  });

  test('topics that were not asked for stay as they are', async () => {
    const two = { ...SMUGGLING, goods: { terms: 'seiz*' } };
    await store(two);
    const goods = await matchedUrls('goods');
    const changed = { smuggling: { terms: 'seiz*' }, goods: { terms: 'zzz' } };
    const done = await reapply(changed, { only: ['smuggling'] });
    expect(done.topics.map(({ topic }) => topic)).toEqual(['smuggling']);
    expect(await matchedUrls('goods')).toEqual(goods);
    expect(await matchedUrls('smuggling')).toEqual(urls(seized));
    await reapply(changed);
    expect(await matchedUrls('goods')).toEqual([]);
  });

  test('a topic that is gone takes its matches with it', async () => {
    await store({ ...SMUGGLING, goods: { terms: 'seiz*' } });
    const done = await reapply(SMUGGLING);
    expect(done.topics.find(({ topic }) => topic === 'goods')?.articles.lost).toBe(seized.length);
    expect(await matchedUrls('goods')).toEqual([]);
    expect(await matchedUrls()).toEqual(urls(smuggled));
  });
});

describe('the archive', () => {
  test('is read in bounded batches, each article once, and only as far as it went', async () => {
    await store(SMUGGLING, stored.slice(0, 10));
    const span = await archiveSpan(database.db, undefined);
    expect(span?.articles).toBe(10);
    const batches: string[][] = [];
    for await (const batch of readArchive(database.db, span!, 4)) {
      batches.push(batch.map(({ row }) => row.canonical_url));
      if (batches.length === 1) await store(SMUGGLING, stored.slice(10, 12));
    }
    expect(batches.map((batch) => batch.length)).toEqual([4, 4, 2]);
    expect(batches.flat()).toEqual(stored.slice(0, 10).map(addressOf));
    expect(await archiveSpan(database.db, new Date(NOW.getTime() + 1))).toBeUndefined();
  });

  test('passes over what was not read since, also between articles that were', async () => {
    await store(SMUGGLING, stored.slice(0, 4));
    for (const again of [0, 3]) await store(SMUGGLING, stored.slice(again, again + 1), NOW);
    const span = await archiveSpan(database.db, NOW);
    expect(span?.articles).toBe(2);
    const read: string[] = [];
    for await (const batch of readArchive(database.db, span!, 10))
      read.push(...batch.map(({ row }) => row.canonical_url));
    expect(read).toEqual([stored[0]!, stored[3]!].map(addressOf));
  });

  test('leaves an article alone that a worker reads again meanwhile', async () => {
    await store(SMUGGLING, smuggled.slice(0, 2));
    const span = await archiveSpan(database.db, undefined);
    for await (const batch of readArchive(database.db, span!, 10)) {
      await store(SMUGGLING, smuggled.slice(1, 2), NOW);
      const locked = await database.db.transaction().execute((tx) => lockUnchanged(tx, batch));
      expect([...locked.values()].map((row) => row.canonical_url)).toEqual(urls(smuggled.slice(0, 1)));
    }
  });
});
