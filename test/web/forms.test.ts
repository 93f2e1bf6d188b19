import { type CheerioAPI, load } from 'cheerio';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { type FormBrowser, formBrowser } from '../support/html-forms.ts';
import { labelledArticles, type LoopbackOutlet, loopbackOutlet } from '../support/loopback-outlet.ts';
import { publishedArticle, publishingPipeline, storedArticle } from '../support/stored-article.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';

// Uses the pages by their forms alone: no script runs here.
let console: TestConsole;
let outlet: LoopbackOutlet;
let browser: FormBrowser;
const reader = createDocumentReader({
  threads: 1,
  topics: 'config/topics',
  entities: 'config/entities.yaml',
});
const source = createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true });

beforeAll(async () => {
  outlet = await loopbackOutlet(labelledArticles().slice(0, 3));
  console = await testConsole({}, { pipeline: { reader, source, now: () => new Date() } });
  browser = formBrowser(console.web.url);
});
afterAll(async () => {
  await console[Symbol.asyncDispose]();
  await outlet[Symbol.asyncDispose]();
  await reader.close();
  await source.close();
});

test('feeds: previewed, watched, paused, resumed, removed; a list exported and imported', async () => {
  const [url] = outlet.feeds as [string];
  const looked = await browser.press(await browser.open('/feeds'), 'Look at it first', { url });
  expect(looked.text).toContain(labelledArticles()[0]?.title);
  const misspelt = await browser.press(looked, 'Watch it', { outlet: 'The quay', language: 'japanese' });
  expect(misspelt).toMatchObject({ status: 422, text: expect.stringContaining('did you mean "ja"') });
  let feeds = await browser.press(looked, 'Watch it', { outlet: 'The quay' });
  expect(feeds).toMatchObject({ path: '/feeds', text: expect.stringContaining('The quay') });
  feeds = await browser.press(feeds, 'Pause The quay');
  expect(feeds.text).toContain('paused');
  feeds = await browser.press(feeds, 'Resume The quay');
  feeds = await browser.press(feeds, 'Poll now The quay');
  const list = await (await fetch(`${console.web.url}/feeds.opml`)).text();
  expect(list).toContain(url);
  feeds = await browser.press(feeds, 'Remove The quay');
  expect(
    await console.db.selectFrom('feeds').select('url').where('status', '<>', 'removed').execute(),
  ).toEqual([]);
  const taken = await browser.press(feeds, 'Take the list over', { opml: list });
  expect(taken.text).toContain('1 feed added');
  expect((await browser.open('/feeds')).text).toContain('The quay');
  const refused = await browser.press(feeds, 'Look at it first', { url: `${new URL('/nothing', url)}` });
  expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('cannot be watched') });
});

test('a feed of the configuration says which line to remove', async () => {
  await addFeeds(console.db, [{ url: 'https://quai.example/rss', outlet: 'Le Quai', origin: 'config' }]);
  const kept = await browser.press(await browser.open('/feeds'), 'Remove Le Quai');
  expect(kept.status).toBe(409);
  expect(kept.text).toContain('quai.example/rss');
});

test('stories: merged, split, silenced in two clicks; the silence is ended', async () => {
  const pipeline = publishingPipeline(console.db, new Date());
  const now = new Date();
  const { storyId } = await publishedArticle(pipeline, {
    url: 'https://one.example/',
    title: 'Washington widens its ban on AI chips',
    outlet: 'One',
    reportedAt: now,
  });
  const other = await storedArticle(console.db, {
    url: 'https://two.example/',
    title: 'Customs stops a truck',
    outlet: 'Two',
    reportedAt: now,
  });
  const merged = await browser.press(await browser.open(`/stories/${storyId}`), 'Merge them into this one', {
    from: `${other.storyId}`,
  });
  expect(merged.text).toContain('Customs stops a truck');
  expect(merged.text).toContain('1 report came into this story');
  // The report that came is ticked, so one press undoes the merge.
  const split = await browser.press(merged, 'Take them into a story of their own');
  expect(split.path).not.toBe(`/stories/${storyId}`);
  expect(split.text).toContain('Customs stops a truck');

  // The first click opens the folded part.
  const silences = await browser.press(await browser.open(`/stories/${storyId}`), 'Make the silence');
  expect(silences.path).toBe('/silences');
  expect(silences.text).toContain('seen, no more of it');
  expect((await browser.press(silences, 'End it now')).text).toContain('(ended)');

  const unsaid = await browser.press(await browser.open(`/stories/${storyId}`), 'Not relevant');
  expect(unsaid.text).toContain('because: expected the reason why it is not relevant, found ""');
  const judged = await browser.press(await browser.open(`/stories/${storyId}`), 'Not relevant', {
    because: 'a rumour',
  });
  expect(judged.text).toContain('not relevant, because a rumour');
});

test('a search is saved, found again, becomes a route that is tried, and is deleted', async () => {
  const found = await browser.press(await browser.open('/search'), 'Search', { q: 'ban', sort: 'relevance' });
  expect(found.text).toContain('Washington widens its ban on AI chips');
  const kept = await browser.press(found, 'Keep', { name: 'Bans' });
  expect(kept).toMatchObject({
    path: '/search?q=ban&sort=relevance',
    text: expect.stringContaining('Saved: Bans'),
  });

  // The route's form is filled in with the filters of the search.
  const routes = await browser.open(load(kept.html)('a:contains("would have sent")').attr('href') as string);
  const tried = await browser.press(routes, 'What would it have sent?');
  expect(tried.text).toMatch(/It would have sent 2 alerts .*Washington widens/);
  const faulty = await browser.press(tried, 'What would it have sent?', { route: 'name: [' });
  expect(faulty).toMatchObject({ status: 422, text: expect.stringMatching(/Line 1: not YAML: /) });
  // The values that were typed are still there.
  expect(load(faulty.html)('textarea[name="route"]').text()).toBe('name: [');

  const gone = await browser.press(kept, '×');
  expect(gone.text).not.toContain('Saved: Bans');
  // The first search reads all lexicons.
}, 90_000);

test('alerts are divided into pages', async () => {
  const { id, story_id } = await console.db
    .selectFrom('articles')
    .select(['id', 'story_id'])
    .where('outlet', '=', 'One')
    .executeTakeFirstOrThrow();
  await sql`INSERT INTO alerts (story_id, article_id, route, development, kind, created_at)
    SELECT ${story_id}, ${id}, 'all', 'numbered ' || n, 'update', now() FROM generate_series(1, 60) n`.execute(
    console.db,
  );
  const seen: number[] = [];
  for (let next: string | undefined = '/alerts'; next !== undefined; ) {
    const page: CheerioAPI = load((await browser.open(next)).html);
    seen.push(page('main article').length);
    next = page('a[rel="next"]').attr('href');
  }
  expect(seen).toEqual([50, 11]);
});

test('a silence of what does not exist is refused, and says what was meant', async () => {
  const misspelt = await browser.press(await browser.open('/silences'), 'Make it', {
    entity: 'Nvdia',
    for: '1d',
    reason: 'a wrong name',
  });
  expect(misspelt).toMatchObject({ status: 422, text: expect.stringContaining('did you mean "nvidia"') });
  expect((await browser.open('/silences')).text).not.toContain('a wrong name');
});

test('a list of more feeds than one statement has parameters for is stored whole', async () => {
  const feeds = Array.from({ length: 9_500 }, (_, index) => ({
    url: `https://outlet-${index}.example/feed`,
    outlet: `Outlet ${index}`,
    origin: 'import' as const,
  }));
  expect(await addFeeds(console.db, feeds)).toHaveLength(9_500);
  expect(await addFeeds(console.db, feeds.slice(0, 10))).toEqual([]);
});
