import { describe, expect, test } from 'vitest';
import { ThreadDeadlineError } from '../../src/io/threads/thread-errors.ts';
import { diffTopics } from '../../src/pipeline/topics/diff-topics.ts';
import { addressOf, type LabelledItem } from '../support/archive.ts';
import {
  BOTH,
  either,
  neither,
  listed,
  SEIZURES,
  seized,
  smuggled,
  SMUGGLING,
  smugglingArchive,
  START,
  stored,
  urls,
  without,
  everything,
  noProgress,
} from '../support/smuggling-archive.ts';

const archive = smugglingArchive();
const { diff, readerOf, snapshot, store } = archive;

describe('topics diff', () => {
  test('shows what was gained and lost, with the sentences, and stores nothing', async () => {
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

  test('distinguishes other stances from other confidences', async () => {
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

  test('an article that would join a stored story is no alert of its own', async () => {
    const [one] = without(seized, smuggled) as [LabelledItem];
    const copy = { ...one, id: 'copy', body: `${one.body}\n\nThe goods had been smuggled.` };
    await store(SMUGGLING, [one, copy]);
    const found = await diff(SMUGGLING, BOTH);
    expect(found.topics[0]).toMatchObject({ articles: { gained: 1 }, stories: { gained: 0, lost: 0 } });
    expect(found.alerts).toEqual({ gained: 0, lost: 0 });
  });

  test('a topic that is added to a story with another topic is no alert gained', async () => {
    await store(SMUGGLING, smuggled.slice(0, 1));
    const twin = { ...SMUGGLING, goods: { terms: 'smuggl*' } };
    const found = await diff(SMUGGLING, twin);
    expect(found.topics.find(({ topic }) => topic === 'goods')?.stories).toEqual({ gained: 1, lost: 0 });
    expect(found.alerts).toEqual({ gained: 0, lost: 0 });
  });

  test('covers the requested topics and period', async () => {
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

  test('an article that takes too long does not affect its batch', async () => {
    await store(SMUGGLING);
    const reader = await readerOf(SEIZURES);
    const slow = without(seized, smuggled)[0] as LabelledItem;
    const found = await diffTopics(
      {
        db: archive.db,
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
