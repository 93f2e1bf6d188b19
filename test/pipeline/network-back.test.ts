import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { FetchError, type PageSource } from '../../src/io/http/page-source.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench({ robots: false });
});
afterAll(() => bench[Symbol.asyncDispose]());

const BEFORE = new Date('2026-03-02T08:59:00Z');
const FAILS = new Date('2026-03-02T09:00:00Z');
const LATER = new Date('2026-03-02T09:30:00Z');
const LONG = new Date('2026-03-02T09:40:00Z');
const HOSTS = 12;

/** All servers of the web, behind one line that can be cut. */
function oneLine() {
  let isUp = true;
  const source: PageSource = {
    async get({ url }) {
      if (!isUp) throw new FetchError('connection', url, `The proxy answered 502 and did not connect.`);
      const isFeed = url.endsWith('.xml');
      const body = isFeed
        ? rssOf([{ title: 'Officers held chips at the border', link: url.replace('feed.xml', 'a.html') }])
        : '<title>Sorry</title>';
      return {
        status: isFeed ? 200 : 502,
        url,
        redirects: [],
        headers: { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' },
        body: Buffer.from(body),
      };
    },
  };
  return {
    source,
    cut: () => {
      isUp = false;
    },
    mend: () => {
      isUp = true;
    },
  };
}

test('the first answer after an outage of our own network makes due what the outage delayed, and nothing else', async () => {
  const { db } = bench.pipeline;
  const line = oneLine();
  const steps = await Promise.all(
    Array.from({ length: HOSTS }, (_, n) =>
      bench.watch(`http://h${n}.example/feed.xml`, { source: line.source }),
    ),
  );
  for (const step of steps) await step.poll(BEFORE);
  // An item that had an answer, if a bad one, keeps its delay.
  await steps[0]!.ingest();
  line.cut();
  for (const step of steps) await step.poll(FAILS);
  for (const step of steps.slice(1)) await step.ingest();
  for (const step of steps) await step.poll(LATER);
  await db.updateTable('items').set({ due_at: LONG }).execute();
  await db.updateTable('feeds').set({ next_poll_at: LONG }).execute();

  line.mend();
  await steps.at(-1)!.poll(LATER);
  const soon = LATER.getTime() + 6_000;
  const feeds = await Promise.all(steps.map((step) => step.feed()));
  const waiting = feeds.filter(({ next_poll_at }) => next_poll_at.getTime() > soon);
  // Until eight hosts had failed, each failure counted against its feed.
  expect(waiting.map(({ schedule_reason }) => schedule_reason)).toEqual([
    ...Array.from({ length: 7 }, () => 'failed 2 times in a row'),
    'publishing rate',
  ]);
  const items = await db.selectFrom('items').select(['feed_id', 'outcome', 'due_at']).execute();
  const isSoon = items.map(({ due_at }) => due_at !== null && due_at.getTime() <= soon);
  const isUnanswered = items.map(({ outcome }) => outcome?.startsWith('no answer: ') === true);
  expect(isUnanswered.filter(Boolean)).toHaveLength(HOSTS - 1);
  expect(isSoon).toEqual(isUnanswered);
});

test('an outage of a few hosts recalls nobody', async () => {
  const line = oneLine();
  const step = await bench.watch('http://single.example/feed.xml', { source: line.source });
  const other = await bench.watch('http://other.example/feed.xml', { source: line.source });
  await other.poll('2027-03-02T09:00:00Z');
  line.cut();
  await step.poll('2027-03-02T09:00:00Z');
  const waits = (await step.feed()).next_poll_at;
  line.mend();
  await other.poll('2027-03-02T09:00:01Z');
  expect((await step.feed()).next_poll_at).toEqual(waits);
});

test('an item waits for its page while our own network is down, but not for a single host', async () => {
  const { db } = bench.pipeline;
  const line = oneLine();
  const steps = await Promise.all(
    Array.from({ length: HOSTS }, (_, n) =>
      bench.watch(`http://w${n}.example/feed.xml`, { source: line.source }),
    ),
  );
  const at = (minute: number) => new Date(Date.parse('2029-03-02T09:00:00Z') + minute * 60_000);
  for (const step of steps) await step.poll(at(0));
  const [step] = steps;
  const lastTry = () =>
    db
      .updateTable('items')
      .set({ attempts: 8, due_at: at(0) })
      .where('feed_id', '=', step!.id)
      .execute();
  const item = () =>
    db
      .selectFrom('items')
      .select(['state', 'attempts', 'outcome'])
      .where('feed_id', '=', step!.id)
      .executeTakeFirstOrThrow();
  line.cut();
  for (const each of steps) await each.poll(at(1));
  await lastTry();
  await step!.ingest();
  expect(await item()).toMatchObject({
    state: 'new',
    attempts: 8,
    outcome: expect.stringMatching(/^no answer: /),
  });
  line.mend();
  for (const each of steps) await each.poll(at(2));
  line.cut();
  await lastTry();
  await step!.ingest();
  expect(await item()).toMatchObject({
    state: 'done',
    outcome: expect.stringMatching(/^read from the feed: /),
  });
});

test('a site whose robots.txt is asked for during an outage does not count as one that forbids everything', async () => {
  const { db } = bench.pipeline;
  const line = oneLine();
  const settings = { robots: true };
  const steps = await Promise.all(
    Array.from({ length: HOSTS }, (_, n) =>
      bench.watch(`http://r${n}.example/feed.xml`, { source: line.source, settings }),
    ),
  );
  for (const step of steps) await step.poll('2031-03-02T09:00:00Z');
  line.cut();
  for (const step of steps) await step.poll('2031-03-02T09:01:00Z');
  const [step] = steps;
  const outcomes = async () =>
    (await db.selectFrom('items').select(['state', 'outcome']).where('feed_id', '=', step!.id).execute())[0];
  await step!.ingest();
  expect(await outcomes()).toEqual({ state: 'new', outcome: 'the host is busy' });
  line.mend();
  bench.setClock('2031-03-02T09:02:00Z');
  await step!.ingest();
  // robots.txt was answered with 502, which forbids the site.
  expect(await outcomes()).toMatchObject({ state: 'done', outcome: expect.stringContaining('robots.txt') });
});
