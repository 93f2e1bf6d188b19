import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemsCommand } from '../../src/cli/items.ts';
import { addFeeds, findFeed } from '../../src/io/store/feeds/feeds.ts';
import { type TestCli, testCli } from '../support/cli.ts';

const URL_OF_FEED = 'https://a.example/feed';
const AT = new Date('2026-03-02T08:00:00Z');

let cli: TestCli;
beforeAll(async () => {
  cli = await testCli(() => [itemsCommand()]);
  await addFeeds(cli.db, [{ url: URL_OF_FEED, outlet: 'Example Daily', origin: 'cli' }]);
  const { id } = (await findFeed(cli.db, URL_OF_FEED))!;
  for (const [name, state] of [
    ['one', 'failed'],
    ['two', 'failed'],
    ['three', 'new'],
  ] as const)
    await cli.db
      .insertInto('items')
      .values({
        feed_id: id,
        guid: name,
        url: `https://a.example/${name}`,
        url_key: `https://a.example/${name}`,
        title: `Report ${name}`,
        entry_hash: '',
        state,
        outcome: state === 'failed' ? 'unexpected error: out of luck' : null,
        attempts: state === 'failed' ? 6 : 0,
        done_at: state === 'failed' ? AT : null,
        first_seen_at: AT,
        last_seen_at: AT,
      })
      .execute();
});
afterAll(() => cli[Symbol.asyncDispose]());

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly attempts: number;
}

test('failed items are listed with their reasons, and read again on request', async () => {
  const table = await cli.run('items', 'list', '--failed');
  expect(table.stdout).toContain('unexpected error: out of luck');
  expect(table.stdout).toContain('items retry');
  expect(table.stdout).not.toContain('Report three');

  const failed = await cli.json<Listed[]>('items', 'list', '--failed');
  expect(failed.map((item) => item.title).toSorted()).toEqual(['Report one', 'Report two']);

  const one = failed.find((item) => item.title === 'Report one')!;
  expect(await cli.run('items', 'retry', one.id)).toMatchObject({ code: 0 });
  const waiting = await cli.json<Listed[]>('items', 'list', '--waiting');
  expect(waiting.map((item) => item.title).toSorted()).toEqual(['Report one', 'Report three']);
  expect(waiting.every((item) => item.attempts === 0)).toBe(true);

  // It is no longer a failed item, and the command says so.
  expect(await cli.run('items', 'retry', one.id)).toMatchObject({ code: 1 });
  expect(await cli.run('items', 'retry', '--all')).toMatchObject({ code: 0 });
  expect((await cli.run('items', 'list')).stdout).toContain('No failed items.');
});

test.each([[[]], [['nonsense']], [['--all', '7']]])('retry %j is refused', async (ids) => {
  expect(await cli.run('items', 'retry', ...ids)).toMatchObject({ code: 2 });
});
