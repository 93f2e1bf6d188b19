import { afterAll, beforeAll, describe, expect } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { addFeeds } from '../../../src/io/store/feeds/feeds.ts';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer } from '../../support/scripted-server.ts';
import { answeringServers, START, titled, XML } from '../support/answering-servers.ts';
import { variantTest } from '../support/cases.ts';

const servers = answeringServers();

describe('refusals in a row', { timeout: 60_000 }, () => {
  /** The refusals of the host that count after these answers to one feed, a minute apart. */
  const refusalsAfter = async (...answers: readonly ScriptedAnswer[]) => {
    let asked = 0;
    await using server = await scriptedServer(() => answers[asked++]);
    const step = await servers.bench().watch(`${server.url}/feed.xml`);
    for (let poll = 0; poll < answers.length; poll++) await step.poll(new Date(START + poll * 60_000));
    const host = await servers
      .bench()
      .pipeline.db.selectFrom('hosts')
      .select('refusals')
      .where('host', '=', new URL(server.url).host)
      .executeTakeFirst();
    return [host?.refusals ?? 0, server.requests.length];
  };
  const fine = { headers: XML, body: titled('Quiet') };
  for (const [name, answers, refusals] of [
    ['500 then 429', [{ status: 500 }, { status: 429 }], 1],
    ['502, 504, then 429', [{ status: 502 }, { status: 504 }, { status: 429 }], 1],
    ['404 then 503', [{ status: 404 }, { status: 503 }], 1],
    ['429 then 500', [{ status: 429 }, { status: 500 }], 1],
    ['429, a feed, 500, 429', [{ status: 429 }, fine, { status: 500 }, { status: 429 }], 1],
  ] as const)
    variantTest(`${name} count as ${refusals}`, async () => {
      expect(await refusalsAfter(...answers)).toEqual([refusals, answers.length]);
    });
});

describe('more entries than are kept', { timeout: 120_000 }, () => {
  const MOST = 3_000;
  const at = (n: number) => new Date(START - 3_600_000 * 24 * 400 + n * 60_000);
  const item = (n: number) =>
    `<item><title>Notice ${n}</title><guid isPermaLink="false">n-${n}</guid><link>https://o.example/${n}</link><pubDate>${at(n).toUTCString()}</pubDate></item>`;
  const rss = (order: readonly number[]) =>
    `<rss version="2.0"><channel><title>O</title>${order.map(item).join('')}</channel></rss>`;
  const atom = (order: readonly number[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>O</title><id>urn:o</id>${order.map((n) => `<entry><title>Notice ${n}</title><id>urn:${n}</id><link href="https://o.example/${n}"/><updated>${at(n).toISOString()}</updated></entry>`).join('')}</feed>`;
  const json = (order: readonly number[]) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'O',
      items: order.map((n) => ({
        id: `${n}`,
        url: `https://o.example/${n}`,
        title: `Notice ${n}`,
        content_text: 'x',
        date_published: at(n).toISOString(),
      })),
    });
  const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
  const shuffled = (count: number) =>
    upTo(count).toSorted((a, b) => ((a * 7919) % count) - ((b * 7919) % count));
  for (const [name, count, document] of [
    ['RSS, oldest first', 3_100, rss(upTo(3_100))],
    ['Atom, in no order', 3_100, atom(shuffled(3_100))],
    ['JSON Feed, oldest first', 3_100, json(upTo(3_100))],
    ['RSS, oldest first, more than four times as many', 14_000, rss(upTo(14_000))],
    ['RSS, newest first, more than four times as many', 14_000, rss(upTo(14_000).toReversed())],
    ['JSON Feed, oldest first, more than four times as many', 14_000, json(upTo(14_000))],
  ] as const)
    variantTest(name, async () => {
      const { last, items } = await servers.polls({
        headers: { 'content-type': 'text/xml' },
        body: document,
      });
      const numbers = items.map(({ title }) => Number(title.slice(7)));
      expect([numbers.length, Math.min(...numbers), Math.max(...numbers)]).toEqual([
        MOST,
        count - MOST,
        count - 1,
      ]);
      expect(last.habits.leftOut).toBe(count - MOST);
    });
});

describe('more text than is kept', () => {
  const said = (n: number) => `${n}: ${'the council met again. '.repeat(20)}`;
  for (const [name, order] of [
    ['oldest first', [1, 2, 3, 4, 5, 6]],
    ['newest first', [6, 5, 4, 3, 2, 1]],
    ['in no order', [3, 6, 1, 5, 2, 4]],
  ] as const)
    variantTest(`${name}: the newest entries keep theirs`, async () => {
      const items = order.map((n) => ({
        title: `Notice ${n}`,
        link: `https://o.example/${n}`,
        published: `2026-03-0${n}T08:00:00Z`,
        description: said(n),
      }));
      const feed = await parseFeed(Buffer.from(rssOf(items)), {
        url: 'https://o.example/feed.xml',
        limits: { maxTotalText: 1_000 },
      });
      const whole = feed.entries.filter(({ summary, content }) => (summary ?? content) !== undefined);
      expect(whole.map(({ title }) => title).sort()).toEqual(['Notice 5', 'Notice 6']);
    });
});

describe('a feed that moves', { timeout: 60_000 }, () => {
  let bench: PollBench;
  beforeAll(async () => {
    bench = await pollBench();
  });
  afterAll(() => bench[Symbol.asyncDispose]());
  /** The feed's address and items after so many polls. */
  const moved = async (
    answer: (path: string, base: string, poll: number) => ScriptedAnswer | undefined,
    polls: number,
    also: readonly string[] = [],
  ) => {
    let poll = 0;
    await using server = await scriptedServer(({ path }, base) => answer(path, base, poll));
    const step = await bench.watch(`${server.url}/old.xml`);
    await addFeeds(
      bench.pipeline.db,
      also.map((path) => ({
        url: `${server.url}${path}`,
        outlet: 'Other',
        origin: 'cli',
        backfillAgeSeconds: undefined,
      })),
    );
    for (; poll < polls; poll++) await step.poll(new Date(START + poll * 3_600_000));
    const { url, status, last_error } = await step.feed();
    const items = await bench.pipeline.db
      .selectFrom('items')
      .select('title')
      .where('feed_id', '=', step.id)
      .execute();
    return { path: url.slice(server.url.length), status, error: last_error, items: items.length };
  };
  const to = (status: number, location: string): ScriptedAnswer => ({ status, headers: { location } });
  const two = (path: string) =>
    path === '/new.xml'
      ? {
          headers: XML,
          body: rssOf([
            { title: 'Quota on lathes', link: 'https://o.example/1' },
            { title: 'Tender', link: 'https://o.example/2' },
          ]),
        }
      : undefined;

  variantTest('308 three times', async () => {
    const seen = await moved((path) => two(path) ?? to(308, '/new.xml'), 3);
    expect(seen).toMatchObject({ path: '/new.xml', items: 2, error: null });
  });
  variantTest('301 and 308 in one chain', async () => {
    const seen = await moved(
      (path) => two(path) ?? (path === '/old.xml' ? to(301, '/mid.xml') : to(308, '/new.xml')),
      3,
    );
    expect(seen).toMatchObject({ path: '/new.xml', items: 2 });
  });
  variantTest('a temporary hop ends the permanent part', async () => {
    const seen = await moved(
      (path) => two(path) ?? (path === '/old.xml' ? to(301, '/mid.xml') : to(302, '/new.xml')),
      4,
    );
    expect(seen).toMatchObject({ path: '/mid.xml', items: 2 });
  });
  variantTest('a poll without the move begins the count anew', async () => {
    const seen = await moved(
      (path, _, poll) => two(path === '/old.xml' && poll === 2 ? '/new.xml' : path) ?? to(301, '/new.xml'),
      5,
    );
    expect(seen).toMatchObject({ path: '/old.xml', items: 2 });
  });
  variantTest('to an address that is watched already', async () => {
    const seen = await moved((path) => two(path) ?? to(301, '/new.xml'), 4, ['/new.xml']);
    expect(seen).toMatchObject({ items: 2, error: null });
  });
  variantTest('to a page', async () => {
    const seen = await moved(
      (path) =>
        path === '/old.xml'
          ? to(301, '/gone.html')
          : {
              headers: { 'content-type': 'text/html' },
              body: '<html><title>Gone</title><p>Gone.</p></html>',
            },
      4,
    );
    expect(seen.path).toBe('/old.xml');
    expect(seen.error).toMatch(/HTML page/);
  });
});
