import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedState } from '../../src/core/scheduling/feed-state.ts';
import { closedPort } from '../support/listening.ts';
import { type PollBench, type PollStep, pollBench, rssOf } from '../support/poll-step.ts';
import {
  type ScriptedAnswer,
  type ScriptedServer,
  scriptedServer,
  type SeenRequest,
} from '../support/scripted-server.ts';

const RSS = { 'content-type': 'application/rss+xml' };

let bench: PollBench;
const logged: string[] = [];
beforeAll(async () => {
  bench = await pollBench({}, pino({ level: 'warn' }, { write: (line: string) => logged.push(line) }));
});
afterAll(() => bench[Symbol.asyncDispose]());

interface PolledServer extends AsyncDisposable {
  readonly server: ScriptedServer;
  readonly step: PollStep;
  answer: (request: SeenRequest, base: string) => ScriptedAnswer | undefined;
}

/** A server whose response the test can change between polls, and a feed on it. */
async function polled(answer: PolledServer['answer']): Promise<PolledServer> {
  const state = { answer };
  const server = await scriptedServer((request, base) => state.answer(request, base));
  const step = await bench.watch(`${server.url}/feed.xml`);
  return Object.assign(state, {
    server,
    step,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  });
}

function minutes(from: Date | null, to: Date | null): number {
  return ((to?.getTime() ?? Number.NaN) - (from?.getTime() ?? Number.NaN)) / 60_000;
}

describe('a poll', () => {
  test('sends the validators of the last answer, but none once a day', async () => {
    await using feed = await polled(({ headers }) => {
      const etag = '"v1"';
      const modified = 'Mon, 02 Mar 2026 08:00:00 GMT';
      return headers['if-none-match'] === etag
        ? { status: 304, headers: { etag } }
        : { headers: { ...RSS, etag, 'last-modified': modified }, body: rssOf([]) };
    });
    const { step, server } = feed;
    for (const at of ['02T09:00', '02T10:00', '03T08:59', '03T09:01', '03T09:30'])
      await step.poll(`2026-03-${at}:00Z`);
    const sent = server.requests.map(({ headers }) => [
      headers['if-none-match'],
      headers['if-modified-since'],
    ]);
    const conditional = ['"v1"', 'Mon, 02 Mar 2026 08:00:00 GMT'];
    const unconditional = [undefined, undefined];
    expect(sent).toEqual([unconditional, conditional, conditional, unconditional, conditional]);
    expect(await step.feed()).toMatchObject({ last_status: 304, failures: 0, last_error: null });
  });

  test('finds by the daily unconditional request what an unchanged ETag hides', async () => {
    let entries = [{ title: 'One', link: 'https://a.example/1' }];
    await using feed = await polled(({ headers }) =>
      headers['if-none-match'] === '"stuck"'
        ? { status: 304 }
        : { headers: { ...RSS, etag: '"stuck"' }, body: rssOf(entries) },
    );
    const titles = async () =>
      (
        await bench.pipeline.db
          .selectFrom('items')
          .select('title')
          .where('feed_id', '=', feed.step.id)
          .orderBy('id')
          .execute()
      ).map((item) => item.title);
    await feed.step.poll('2026-03-02T09:00:00Z');
    entries = [{ title: 'Two', link: 'https://a.example/2' }, ...entries];
    await feed.step.poll('2026-03-02T12:00:00Z');
    expect(await titles()).toEqual(['One']);
    await feed.step.poll('2026-03-03T09:00:01Z');
    expect(await titles()).toEqual(['One', 'Two']);
  });

  test('treats the same bytes as no change', async () => {
    await using feed = await polled(() => ({ headers: RSS, body: rssOf([]) }));
    const first = await feed.step.poll('2026-03-02T09:00:00Z');
    const second = await feed.step.poll('2026-03-02T10:00:00Z');
    expect(second).toMatchObject({ last_status: 200, content_hash: first.content_hash, failures: 0 });
    expect(second.succeeded_at).toEqual(new Date('2026-03-02T10:00:00Z'));
  });

  test('rewrites the URL when a permanent redirect has held for three polls running', async () => {
    let moved = true;
    await using feed = await polled(({ path }) =>
      path === '/feed.xml' && moved
        ? { status: 301, headers: { location: '/new.xml' } }
        : { headers: RSS, body: rssOf([]) },
    );
    const { step, server } = feed;
    const old = `${server.url}/feed.xml`;
    const urls: string[] = [];
    const poll = async (hour: number) => {
      urls.push((await step.poll(`2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`)).url);
    };
    await poll(1);
    await poll(2);
    moved = false;
    await poll(3);
    moved = true;
    await poll(4);
    await poll(5);
    await poll(6);
    const next = `${server.url}/new.xml`;
    expect(urls).toEqual([old, old, old, old, old, next]);
    await poll(7);
    expect(server.requests.at(-1)?.path).toBe('/new.xml');
    expect((await step.feed()).listed_url).toBe(old);
  });

  test('does not store a temporary redirect', async () => {
    await using feed = await polled(({ path }) =>
      path === '/feed.xml'
        ? { status: 302, headers: { location: '/new.xml' } }
        : { headers: RSS, body: rssOf([]) },
    );
    for (const hour of [1, 2, 3, 4]) await feed.step.poll(`2026-03-02T0${hour}:00:00Z`);
    expect((await feed.step.feed()).url).toBe(`${feed.server.url}/feed.xml`);
  });

  test('says that a feed is gone, and takes it up again when it comes back', async () => {
    await using feed = await polled(() => ({ status: 410 }));
    const row = await feed.step.poll('2026-03-02T09:00:00Z');
    expect(row).toMatchObject({ status: 'active', last_status: 410 });
    expect(feedState(row)).toBe('gone');
    expect(row.last_error).toContain('gone (410)');
    feed.answer = () => ({ headers: RSS, body: rssOf([]) });
    const back = await feed.step.poll('2026-03-05T09:00:00Z');
    expect(feedState(back)).toBe('ok');
    expect(back.last_error).toBeNull();
  });

  test('names the feed that the page in its place announces', async () => {
    const link = (url: string) => `<link rel="alternate" type="application/rss+xml" href="${url}">`;
    await using feed = await polled(() => ({
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html><head>${link('/rss/all.xml')}${link('/rss/comments.xml')}</head><body>Start</body></html>`,
    }));
    const row = await feed.step.poll('2026-03-02T09:00:00Z');
    expect(row.last_error).toBe(
      `not a feed: found an HTML page, which announces the feed ${feed.server.url}/rss/all.xml and 1 more`,
    );
  });

  test.each([
    ['seconds', 429, '7200'],
    ['a date', 503, 'Mon, 02 Mar 2026 11:00:00 GMT'],
  ])('is polled again when Retry-After says, in %s', async (_, status, value) => {
    await using feed = await polled(() => ({ status, headers: { 'retry-after': value } }));
    const row = await feed.step.poll('2026-03-02T09:00:00Z');
    expect(row).toMatchObject({
      failures: 1,
      last_status: status,
      last_error: `the server answered ${status}`,
      schedule_reason: 'Retry-After',
    });
    const wait = minutes(row.polled_at, row.next_poll_at);
    // Never earlier than asked, and at most a tenth later.
    expect(wait).toBeGreaterThanOrEqual(120);
    expect(wait).toBeLessThanOrEqual(132);
  });

  test('backs off while a feed fails, up to a day, and never gives up', async () => {
    await using feed = await polled(() => ({ status: 500 }));
    let at = new Date('2026-03-02T09:00:00Z');
    const waits: number[] = [];
    for (let index = 0; index < 25; index += 1) {
      const row = await feed.step.poll(at);
      waits.push(minutes(row.polled_at, row.next_poll_at));
      at = row.next_poll_at;
    }
    expect(waits[0]).toBeLessThan(10);
    expect(waits[6]).toBeGreaterThan((waits[0] as number) * 5);
    expect(Math.max(...waits)).toBeLessThanOrEqual(24 * 60 * 1.1);
    expect(waits.at(-1)).toBeGreaterThan(20 * 60);
    expect(await feed.step.feed()).toMatchObject({ status: 'active', failures: 25 });
    feed.answer = () => ({ headers: RSS, body: rssOf([]) });
    expect(await feed.step.poll(at)).toMatchObject({ failures: 0, last_error: null, last_status: 200 });
  });

  test('stores what JSON can say and PostgreSQL cannot', async () => {
    const body = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ex\0ample',
      items: [{ id: '1\0', title: 'Nul \0inside', content_text: 'a\0b' }],
    });
    await using feed = await polled(() => ({ headers: { 'content-type': 'application/feed+json' }, body }));
    expect(await feed.step.poll('2026-03-02T09:00:00Z')).toMatchObject({ failures: 0, title: 'Example' });
    const items = await bench.pipeline.db
      .selectFrom('items')
      .select('title')
      .where('feed_id', '=', feed.step.id)
      .execute();
    expect(items).toEqual([{ title: 'Nul inside' }]);
  });

  test('with an unexpected error postpones the feed, and says so', async () => {
    const step = await bench.watch('http://127.0.0.1:9999/unforeseen.xml', {
      source: {
        async get() {
          throw new TypeError('a mistake of ours');
        },
      },
    });
    const row = await step.poll('2026-03-02T09:00:00Z');
    expect(row).toMatchObject({ failures: 1, last_error: 'unexpected error: a mistake of ours' });
    expect(minutes(row.polled_at, row.next_poll_at)).toBeGreaterThan(0.4);
  });

  test('that reaches no feed says what it found, and keeps what it had', async () => {
    await using feed = await polled(() => ({ headers: { ...RSS, etag: '"a"' }, body: rssOf([]) }));
    const before = await feed.step.poll('2026-03-02T09:00:00Z');
    feed.answer = () => ({
      headers: { 'content-type': 'text/html', etag: '"b"' },
      body: '<!doctype html><title>Consent</title><p>Before you continue',
    });
    const row = await feed.step.poll('2026-03-02T10:00:00Z');
    expect(row).toMatchObject({
      failures: 1,
      etag: '"a"',
      content_hash: before.content_hash,
      succeeded_at: before.succeeded_at,
    });
    expect(row.last_error).not.toBeNull();
  });
});

describe('our own network being down', () => {
  test('is reported once, however many feeds find it at the same moment', async () => {
    const port = await closedPort();
    const steps = await Promise.all(
      Array.from({ length: 30 }, (_, index) => bench.watch(`http://127.0.8.${index + 1}:${port}/feed.xml`)),
    );
    await Promise.all(steps.map((step) => step.poll('2028-03-02T09:00:00Z')));
    await Promise.all(steps.map((step) => step.poll('2028-03-02T09:01:00Z')));
    expect(logged.filter((line) => line.includes('"network.down"'))).toHaveLength(1);
  });

  test('counts against no feed', async () => {
    const port = await closedPort();
    const steps = await Promise.all(
      Array.from({ length: 12 }, (_, index) => bench.watch(`http://127.0.9.${index + 1}:${port}/feed.xml`)),
    );
    const round = async (at: string) => {
      const failures: number[] = [];
      for (const step of steps) failures.push((await step.poll(at)).failures);
      return failures;
    };
    // Until enough hosts have failed, the cause is unknown.
    expect(await round('2030-03-02T09:00:00Z')).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    // After one failure the feed is polled again soon; after more, less and less often.
    const first = await steps[11]!.feed();
    expect(minutes(first.polled_at, first.next_poll_at)).toBeLessThanOrEqual(0.5);
    expect(await round('2030-03-02T09:01:00Z')).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    const second = await steps[11]!.feed();
    expect(minutes(second.polled_at, second.next_poll_at)).toBeGreaterThanOrEqual(1.5);
    expect(await round('2030-03-02T09:05:00Z')).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    const row = await steps[0]!.feed();
    expect(row).toMatchObject({
      fetch_error: 'connection',
      schedule_reason: 'our own network seems to be down',
    });
    expect(minutes(row.polled_at, row.next_poll_at)).toBeLessThanOrEqual(6);

    await using feed = await polled(() => ({ body: rssOf([]) }));
    expect((await feed.step.poll('2030-03-02T09:06:00Z')).failures).toBe(0);
    expect((await feed.step.poll('2030-03-02T09:07:00Z')).fetch_error).toBeNull();
  });
});
