import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedsCommand } from '../../src/cli/feeds/feeds.ts';
import { readOpml } from '../../src/core/opml/read-opml.ts';
import { addFeeds, findFeed, syncFeeds } from '../../src/io/store/feeds/feeds.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { labelledArticles, type LoopbackOutlet, loopbackOutlet } from '../support/loopback-outlet.ts';

const CONFIGURED = 'https://configured.example/feed';
const FEED = 'https://news.example/rss.xml';

let cli: TestCli;
beforeAll(async () => {
  cli = await testCli(() => [feedsCommand()], { feeds: { urls: [CONFIGURED] } });
});
afterAll(() => cli[Symbol.asyncDispose]());
beforeEach(async () => {
  await cli.db.deleteFrom('items').execute();
  await cli.db.deleteFrom('feeds').execute();
  await addFeeds(cli.db, [{ url: FEED, outlet: 'News\u001b[31m\nDaily', origin: 'cli', language: 'fr' }]);
});

interface Health {
  url: string;
  state: string;
  itemsAWeek: number;
  nextPoll: string | null;
  nextPollReason: string | null;
  lastError: string | null;
  failures: number;
}

async function health(url: string): Promise<Health | undefined> {
  return (await cli.json<Health[]>('feeds', 'list')).find((feed) => feed.url === url);
}

describe('list', () => {
  test('shows the health of a feed', async () => {
    const { id } = (await findFeed(cli.db, FEED))!;
    const now = Date.now();
    const ages = [1, 3, 6, 8, 400];
    await cli.db
      .insertInto('items')
      .values(
        ages.map((days, index) => ({
          feed_id: id,
          guid: String(index),
          url: `https://news.example/${index}`,
          url_key: `https://news.example/${index}`,
          title: 'x',
          entry_hash: 'x',
          published_at: new Date(now - days * 86_400_000),
          first_seen_at: new Date(now - Math.min(days, 2) * 86_400_000),
          last_seen_at: new Date(now),
        })),
      )
      .execute();
    await cli.db
      .updateTable('feeds')
      .set({
        polled_at: new Date(now),
        failures: 3,
        last_error: 'the server answered 503',
        schedule_reason: 'it asked to wait',
        next_poll_at: new Date('2030-01-02T03:04:05Z'),
      })
      .execute();
    expect(await health(FEED)).toMatchObject({
      state: 'failing',
      failures: 3,
      itemsAWeek: 3,
      nextPoll: '2030-01-02T03:04:05.000Z',
      nextPollReason: 'it asked to wait',
      lastError: 'the server answered 503',
    });
    const { stdout } = await cli.run('feeds', 'list');
    expect(stdout).toMatch(
      /failing +News +Daily +- +3 +3 +2030-01-02 03:04 +https:\/\/news\.example\/rss\.xml +the server answered 503/,
    );
  });

  test('shows feeds of the configuration that no start has stored yet', async () => {
    expect(await health(CONFIGURED)).toMatchObject({ state: 'unread', nextPoll: null });
    await syncFeeds(cli.db, 'config', [{ url: CONFIGURED, outlet: 'c', origin: 'config' }]);
    expect(await health(CONFIGURED)).toMatchObject({ state: 'new' });
  });

  test('control characters of a title do not reach the terminal', async () => {
    const { stdout } = await cli.run('feeds', 'list');
    expect(stdout).not.toContain('\u001b');
    expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  });
});

describe('pause and resume', () => {
  test('a paused feed is not due, also after a restart, and resumed it is due at once', async () => {
    await syncFeeds(cli.db, 'config', [{ url: CONFIGURED, outlet: 'c', origin: 'config' }]);
    expect(await cli.run('feeds', 'pause', CONFIGURED)).toMatchObject({
      code: 0,
      stdout: `Paused ${CONFIGURED}.\n`,
    });
    await syncFeeds(cli.db, 'config', [{ url: CONFIGURED, outlet: 'c', origin: 'config' }]);
    expect(await health(CONFIGURED)).toMatchObject({ state: 'paused', nextPoll: null });

    await cli.db
      .updateTable('feeds')
      .set({ next_poll_at: new Date('2030-01-01T00:00:00Z') })
      .execute();
    expect((await cli.run('feeds', 'resume', CONFIGURED)).stdout).toBe(`Resumed ${CONFIGURED}.\n`);
    const resumed = await findFeed(cli.db, CONFIGURED);
    expect(resumed?.status).toBe('active');
    expect(resumed!.next_poll_at.getTime()).toBeLessThanOrEqual(Date.now());
    expect((await cli.run('feeds', 'resume', CONFIGURED)).stdout).toMatch(
      /is not paused; its next poll is at/,
    );
  });

  test('an address written a little differently is the same feed', async () => {
    expect((await cli.run('feeds', 'pause', 'HTTPS://News.example/rss.xml')).code).toBe(0);
    expect(await health(FEED)).toMatchObject({ state: 'paused' });
  });

  test.each([
    ['pause', 'https://unknown.example/', 3, /is not watched/],
    ['resume', 'https://unknown.example/', 3, /is not watched/],
    ['remove', 'https://unknown.example/', 3, /is not watched/],
    ['pause', 'https://news.example/rss.xlm', 3, /did you mean "https:\/\/news\.example\/rss\.xml"/],
    ['pause', 'no address', 2, /expected an address that begins with http/],
  ])('%s %s exits with %i', async (verb, url, code, says) => {
    const result = await cli.run('feeds', verb, url);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(says);
  });

  test('removing a feed of the configuration says that it must be removed there', async () => {
    await syncFeeds(cli.db, 'config', [{ url: CONFIGURED, outlet: 'c', origin: 'config' }]);
    expect((await cli.run('feeds', 'remove', CONFIGURED)).stdout).toMatch(/take it out there too/);
    expect((await cli.run('feeds', 'remove', FEED)).stdout).toBe(`No longer watching ${FEED}.\n`);
    expect(await health(FEED)).toBeUndefined();
  });
});

describe('import and export', () => {
  const OPML = `<opml version="2.0"><body>
    <outline text="Chips"><outline type="rss" text="Un &amp; Deux" xmlUrl="https://un.example/feed" htmlUrl="https://un.example/" language="fr"/></outline>
    <outline text="again" xmlUrl="${FEED}"/>
    <outline text="bad" xmlUrl="mailto:x@example.org"/>
  </body></opml>`;

  test('imports what is new, leaves what is there, and says what it left out', async () => {
    const file = path.join(cli.directory, 'in.opml');
    await writeFile(file, OPML);
    const { code, stdout } = await cli.run('feeds', 'import', file);
    expect(stdout).toMatch(/^1 feed added, 1 watched already\.\n {2}left out: .*mailto/);
    expect(code).toBe(1);
    expect(await findFeed(cli.db, 'https://un.example/feed')).toMatchObject({
      outlet: 'Un & Deux',
      category: 'Chips',
      language: 'fr',
      origin: 'import',
      status: 'active',
    });
    expect(await findFeed(cli.db, FEED)).toMatchObject({ origin: 'cli', language: 'fr' });
    expect(await cli.json('feeds', 'import', file)).toMatchObject({ added: [], watched: 2 });
  });

  test('what is exported can be imported elsewhere', async () => {
    const file = path.join(cli.directory, 'out.opml');
    await addFeeds(cli.db, [
      { url: 'https://a.example/f?x=1&y=2', outlet: '<A>', category: 'Trade & customs', origin: 'import' },
      { url: 'https://sample-outlet.example/feed', outlet: 'Sample', origin: 'sample' },
    ]);
    expect((await cli.run('feeds', 'export', '--out', file)).stdout).toBe(`3 feeds written to ${file}.\n`);
    const written = readOpml(await readFile(file, 'utf8'));
    expect(written?.problems).toEqual([]);
    expect(written?.feeds).toMatchObject([
      { url: FEED, language: 'fr', folders: [] },
      { url: CONFIGURED },
      { url: 'https://a.example/f?x=1&y=2', title: '<A>', folders: ['Trade & customs'] },
    ]);
    expect((await cli.run('feeds', 'export')).stdout).toContain('<opml version="2.0">');
  });

  test.each([
    ['missing.opml', undefined, /cannot be read/],
    [
      'cut.opml',
      '<opml><body><outline xmlUrl="https://a.example/f"/>',
      /cut\.opml:1: ends before its list does/,
    ],
    ['none.opml', '<opml><body></body></opml>', /expected an <outline> with an xmlUrl, found none/],
    [
      'page.opml',
      '<html><body>Hello</body></html>',
      /page\.opml: expected an OPML list that begins with <opml>, found "<html>/,
    ],
  ])('%s: exit 2', async (name, text, says) => {
    const file = path.join(cli.directory, name);
    if (text !== undefined) await writeFile(file, text);
    const result = await cli.run('feeds', 'import', file);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(says);
  });
});

describe('check', () => {
  let outlet: LoopbackOutlet;
  beforeAll(async () => {
    outlet = await loopbackOutlet(labelledArticles().slice(0, 5), 2);
  });
  afterAll(() => outlet[Symbol.asyncDispose]());

  interface Checked {
    url: string;
    outcome: string;
    entries?: number;
    newest?: string;
    reason?: string;
    ms: number;
  }

  test('reads every feed, stores nothing, and fails when one fails', async () => {
    await cli.db.deleteFrom('feeds').execute();
    const page = outlet.feeds[0]!.replace('feed-0.xml', 'article-0.html');
    const gone = outlet.feeds[0]!.replace('feed-0.xml', 'nothing');
    await syncFeeds(
      cli.db,
      'cli',
      [...outlet.feeds, page, gone, CONFIGURED].map((url) => ({ url, outlet: url, origin: 'cli' })),
    );
    const before = new Date(Date.now() - 3_600_000);
    const checked = await cli.json<Checked[]>('feeds', 'check', '--concurrency', '2');
    const of = (url: string) => checked.find((one) => one.url === url);
    expect(of(outlet.feeds[0]!)).toMatchObject({ outcome: 'ok', entries: 3 });
    expect(of(outlet.feeds[1]!)).toMatchObject({ outcome: 'ok', entries: 2 });
    expect(new Date(of(outlet.feeds[0]!)!.newest!).getTime()).toBeGreaterThan(before.getTime());
    expect(of(page)).toMatchObject({ outcome: 'failed' });
    expect(of(gone)).toMatchObject({ outcome: 'failed', reason: 'the server answered 404' });
    expect(checked).toHaveLength(5);

    expect(await cli.db.selectFrom('items').select('id').execute()).toEqual([]);
    expect((await findFeed(cli.db, gone))?.polled_at).toBeNull();

    await syncFeeds(cli.db, 'cli', [{ url: gone, outlet: 'Gone\u0007', origin: 'cli' }]);
    const { code, stdout } = await cli.run('feeds', 'check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/OUTCOME +ENTRIES +NEWEST +MS/);
    expect(stdout).toMatch(/failed +- +- +\d+ +Gone +http.*nothing +the server answered 404\n/);
    expect(stdout).toMatch(/2 feeds, 2 failed\.\n$/);
  });
});

test('a feed that has moved and is then listed under its new address stays one feed', async () => {
  const moved = 'https://news.example/new.xml';
  await syncFeeds(cli.db, 'config', [{ url: CONFIGURED, outlet: 'c', origin: 'config' }]);
  await cli.db.updateTable('feeds').set({ url: moved }).where('listed_url', '=', CONFIGURED).execute();
  const before = await findFeed(cli.db, moved);
  await syncFeeds(cli.db, 'config', [{ url: moved, outlet: 'c', origin: 'config' }]);
  expect(await findFeed(cli.db, moved)).toMatchObject({
    id: before!.id,
    status: 'active',
    listed_url: moved,
  });
  expect(await findFeed(cli.db, CONFIGURED)).toBeUndefined();
});
