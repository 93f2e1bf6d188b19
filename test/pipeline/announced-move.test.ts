import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer } from '../support/scripted-server.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

const RSS = { 'content-type': 'application/rss+xml', etag: '"1"' };
const ITEMS = [
  { title: 'Old one', link: 'https://paper.example/1' },
  { title: 'Newest', link: 'https://paper.example/2' },
];
const pointer = (to: string) =>
  `<itunes:new-feed-url xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">${to}</itunes:new-feed-url>`;

/** Polls `/feed.xml`, which names that address, five times. */
async function poll(to: string, there: ScriptedAnswer | undefined) {
  await using server = await scriptedServer(({ path, headers }) => {
    if (path !== '/feed.xml') return there;
    if (headers['if-none-match'] === RSS.etag) return { status: 304, headers: RSS };
    return { headers: RSS, body: rssOf(ITEMS.slice(0, 1), pointer(to)) };
  });
  const step = await bench.watch(`${server.url}/feed.xml`);
  const paths: string[] = [];
  for (const hour of [1, 2, 3, 4, 5]) {
    await step.poll(`2026-03-02T0${hour}:00:00Z`);
    paths.push(new URL((await step.feed()).url).pathname);
  }
  const items = await bench.pipeline.db
    .selectFrom('items')
    .select('title')
    .where('feed_id', '=', step.id)
    .orderBy('id')
    .execute();
  return {
    paths,
    titles: items.map(({ title }) => title).toSorted(),
    failures: (await step.feed()).failures,
  };
}

describe('a feed that names its new address in `itunes:new-feed-url`', () => {
  test('is read there at once, and its URL is rewritten when this has held for three polls', async () => {
    const { paths, titles } = await poll('/new.xml', { headers: RSS, body: rssOf(ITEMS) });
    expect(titles).toEqual(['Newest', 'Old one']);
    expect(paths).toEqual(['/feed.xml', '/feed.xml', '/new.xml', '/new.xml', '/new.xml']);
  });

  const OTHERS = rssOf([{ title: 'Another show', link: 'https://other.example/9' }]);
  test.each<[string, string, ScriptedAnswer | undefined]>([
    ['its own', '/feed.xml', undefined],
    ['a missing one', '/new.xml', undefined],
    ['a page', '/new.xml', { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Show</title>' }],
    ['that of another feed', '/new.xml', { headers: RSS, body: OTHERS }],
    ['no web address', 'feed:new', undefined],
  ])('stays where the address is %s', async (_, to, there) => {
    const { paths, titles, failures } = await poll(to, there);
    expect(new Set(paths)).toEqual(new Set(['/feed.xml']));
    expect(titles).toEqual(['Old one']);
    expect(failures).toBe(0);
  }); // biome-ignore format: a table

  test('is asked for it once a week where this feed is not there', async () => {
    let polls = 0;
    let asked = 0;
    await using server = await scriptedServer(({ path }) => {
      if (path === '/new.xml') asked += 1;
      if (path !== '/feed.xml') return { headers: RSS, body: OTHERS };
      polls += 1;
      const entry = { title: `Report ${polls}`, link: `https://courier.example/${polls}` };
      return { headers: RSS, body: rssOf([entry], pointer('/new.xml')) };
    });
    const step = await bench.watch(`${server.url}/feed.xml`);
    for (const day of [2, 3, 4, 5]) await step.poll(`2026-03-0${day}T01:00:00Z`);
    expect([polls, asked]).toEqual([4, 1]);
    await step.poll('2026-03-10T01:00:00Z');
    expect([polls, asked]).toEqual([5, 2]);
  });
});

describe('a feed whose link to itself leads elsewhere', () => {
  const ELSEWHERE = '/elsewhere.xml';
  const rss = rssOf(
    ITEMS.slice(0, 1),
    `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" type="application/rss+xml" href="${ELSEWHERE}"/>`,
  );
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Zeitung</title><id>urn:a</id><link rel="self" href="${ELSEWHERE}"/>
    <entry><id>urn:1</id><title>Old one</title><link href="https://paper.example/1"/><updated>2026-03-01T10:00:00Z</updated></entry></feed>`;
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: '新聞',
    feed_url: ELSEWHERE,
    items: [{ id: '1', title: 'Old one', url: 'https://paper.example/1' }],
  });

  test.each<[string, ScriptedAnswer]>([
    ['RSS', { headers: { 'content-type': 'application/rss+xml' }, body: rss }],
    ['Atom', { headers: { 'content-type': 'application/atom+xml' }, body: atom }],
    ['JSON Feed', { headers: { 'content-type': 'application/feed+json' }, body: json }],
    ['a header', { headers: { ...RSS, link: `<${ELSEWHERE}>; rel="self"` }, body: rssOf(ITEMS.slice(0, 1)) }],
  ])('stays where it is: %s', async (_, answer) => {
    const asked = new Set<string>();
    await using server = await scriptedServer(({ path }) => {
      asked.add(path);
      return path === '/feed.xml' ? answer : { headers: RSS, body: rssOf(ITEMS) };
    });
    const step = await bench.watch(`${server.url}/feed.xml`);
    for (const hour of [1, 2, 3, 4, 5]) await step.poll(`2026-03-02T0${hour}:00:00Z`);
    expect(new URL((await step.feed()).url).pathname).toBe('/feed.xml');
    expect(asked).toEqual(new Set(['/feed.xml']));
    const items = await bench.pipeline.db
      .selectFrom('items')
      .select('title')
      .where('feed_id', '=', step.id)
      .execute();
    expect(items.map(({ title }) => title)).toEqual(['Old one']);
  });
});
