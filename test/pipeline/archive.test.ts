import { describe, expect, test } from 'vitest';
import { archiveSpan, lockUnchanged, readArchive } from '../../src/io/store/articles/archive.ts';
import { addressOf } from '../support/archive.ts';
import { NOW, smuggled, SMUGGLING, smugglingArchive, stored, urls } from '../support/smuggling-archive.ts';

const archive = smugglingArchive();
const { store } = archive;

describe('the archive', () => {
  test('is read in bounded batches, each article once, and only as far as it went', async () => {
    await store(SMUGGLING, stored.slice(0, 10));
    const span = await archiveSpan(archive.db, undefined);
    expect(span?.articles).toBe(10);
    const batches: string[][] = [];
    for await (const batch of readArchive(archive.db, span!, 4)) {
      batches.push(batch.map(({ row }) => row.canonical_url));
      if (batches.length === 1) await store(SMUGGLING, stored.slice(10, 12));
    }
    expect(batches.map((batch) => batch.length)).toEqual([4, 4, 2]);
    expect(batches.flat()).toEqual(stored.slice(0, 10).map(addressOf));
    expect(await archiveSpan(archive.db, new Date(NOW.getTime() + 1))).toBeUndefined();
  });

  test('skips articles that were last read before the span, also between others', async () => {
    await store(SMUGGLING, stored.slice(0, 4));
    for (const again of [0, 3]) await store(SMUGGLING, stored.slice(again, again + 1), NOW);
    const span = await archiveSpan(archive.db, NOW);
    expect(span?.articles).toBe(2);
    const read: string[] = [];
    for await (const batch of readArchive(archive.db, span!, 10))
      read.push(...batch.map(({ row }) => row.canonical_url));
    expect(read).toEqual([stored[0]!, stored[3]!].map(addressOf));
  });

  test('does not change an article that a worker is reading again', async () => {
    await store(SMUGGLING, smuggled.slice(0, 2));
    const span = await archiveSpan(archive.db, undefined);
    for await (const batch of readArchive(archive.db, span!, 10)) {
      await store(SMUGGLING, smuggled.slice(1, 2), NOW);
      const locked = await archive.db.transaction().execute((tx) => lockUnchanged(tx, batch));
      expect([...locked.values()].map((row) => row.canonical_url)).toEqual(urls(smuggled.slice(0, 1)));
    }
  });
});
