import { describe, expect, test } from 'vitest';
import { addressOf, type LabelledItem, publishingAt } from '../support/archive.ts';
import {
  BOTH,
  either,
  listed,
  NOW,
  SEIZURES,
  seized,
  smuggled,
  SMUGGLING,
  smugglingArchive,
  START,
  stored,
  urls,
  without,
} from '../support/smuggling-archive.ts';
import { publishedArticle } from '../support/stored-article.ts';

const archive = smugglingArchive();
const { matchedUrls, reapply, snapshot, store } = archive;

describe('topics reapply', () => {
  test('replaces matches, shows what is new in stories, and alerts nobody', async () => {
    await store(SMUGGLING);
    const done = await reapply(BOTH);
    expect(done).toMatchObject({ articles: stored.length, unreadable: 0, skipped: 0, alerts: 0 });
    expect(listed(done, 'gained')).toEqual(urls(without(seized, smuggled)));
    expect(await matchedUrls()).toEqual(urls(either));

    const { db } = archive;
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

  test('applying new rules and then the old ones restores matches and features', async () => {
    await store(SMUGGLING);
    const evidence = async () =>
      archive.db
        .selectFrom('matches')
        .select(['article_id', 'topic', 'confidence', 'rules', 'passages', 'version'])
        .orderBy('article_id')
        .execute();
    const features = async () =>
      archive.db
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
    const story = await archive.db.selectFrom('stories').selectAll().executeTakeFirstOrThrow();
    expect(story.state.topics).toEqual(['smuggling']);
    const joined = await publishedArticle(
      { ...publishingAt(() => NOW), db: archive.db } as Parameters<typeof publishedArticle>[0],
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
    const alerts = await archive.db.selectFrom('alerts').selectAll().execute();
    expect(alerts).toMatchObject([{ article_id: joined.articleId, development: 'first', kind: 'alert' }]);
    await reapply(SEIZURES, { alert: true });
    expect(await archive.db.selectFrom('alerts').selectAll().execute()).toHaveLength(1);
  });

  test('with --alert what is new goes through the routes, each story once', async () => {
    const [one, other] = without(seized, smuggled) as [LabelledItem, LabelledItem];
    const known = without(smuggled, seized)[0] as LabelledItem;
    await store(SMUGGLING, [known, one, { ...one, id: 'copy' }, other]);
    const done = await reapply(BOTH, { alert: true });
    expect(done.alerts).toBe(2);
    const alerts = await archive.db
      .selectFrom('alerts')
      .innerJoin('articles', 'articles.id', 'alerts.article_id')
      .select(['canonical_url', 'development'])
      .execute();
    expect(alerts.map((alert) => alert.canonical_url).sort()).toEqual(urls([one, other]));
    const deliveries = await archive.db.selectFrom('deliveries').select(['channel', 'state']).execute();
    expect(deliveries).toEqual([
      { channel: 'terminal', state: 'pending' },
      { channel: 'terminal', state: 'pending' },
    ]);
  });

  test('an article that loses its topics stays in its story, which no longer lists them', async () => {
    const [one] = without(smuggled, seized) as [LabelledItem];
    const copy = { ...one, id: 'copy', body: `${one.body}\n\nOfficers seized the goods.` };
    await store(SMUGGLING, [one, copy]);
    const story = () => archive.db.selectFrom('stories').selectAll().execute();
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
