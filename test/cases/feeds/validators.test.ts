import { describe, expect } from 'vitest';
import { rssOf } from '../../support/poll-step.ts';
import { scriptedServer } from '../../support/scripted-server.ts';
import { answeringServers, START, titled, XML } from '../support/answering-servers.ts';
import { variantTest } from '../support/cases.ts';

const servers = answeringServers();
const feed = titled('Chips held');

describe('validators are sent as they came', { timeout: 60_000 }, () => {
  for (const etag of ['W/"a-1"', 'w/"a-1"', 'abc', '"a b"', '"ü"', '"5e3-gzip"', "'x'", '"a", "b"'])
    variantTest(`ETag ${etag}`, async () => {
      const { requests } = await servers.polls(
        { headers: { ...XML, etag: Buffer.from(etag, 'latin1').toString('latin1') }, body: feed },
        { status: 304 },
      );
      expect(requests[1]?.headers['if-none-match']).toBe(etag);
    });
  for (const modified of [
    'Mon, 02 Mar 2026 06:00:00 GMT',
    'Monday, 02-Mar-26 06:00:00 GMT',
    '2026-03-02 06:00:00',
    'Thu, 01 Jan 1970 00:00:00 GMT',
  ])
    variantTest(`Last-Modified ${modified}`, async () => {
      const { requests } = await servers.polls(
        { headers: { ...XML, 'last-modified': modified }, body: feed },
        { status: 304 },
      );
      expect(requests[1]?.headers['if-modified-since']).toBe(modified);
    });
  variantTest('a Last-Modified that goes back with new content', async () => {
    const { items } = await servers.polls(
      { headers: { ...XML, 'last-modified': 'Mon, 02 Mar 2026 06:00:00 GMT' }, body: feed },
      {
        headers: { ...XML, 'last-modified': 'Sun, 01 Mar 2026 06:00:00 GMT' },
        body: titled('Wafers seized', 1),
      },
    );
    expect(items).toHaveLength(2);
  });
});

describe('a validator that stays while the feed changes', { timeout: 60_000 }, () => {
  /** Polls for three days a server that answers 304 to each validator; the last requests with one. */
  const askedAfter = async (headers: Record<string, string>, bodyAt: (poll: number) => string) => {
    let poll = 0;
    await using server = await scriptedServer(({ headers: asked }) =>
      asked['if-none-match'] === undefined && asked['if-modified-since'] === undefined
        ? { headers: { ...XML, ...headers }, body: bodyAt(poll) }
        : { status: 304, headers },
    );
    const step = await servers.bench().watch(`${server.url}/feed.xml`);
    for (; poll < 12; poll += 1) await step.poll(new Date(START + poll * 6 * 3_600_000));
    return server.requests
      .slice(-4)
      .filter(({ headers: asked }) => asked['if-none-match'] ?? asked['if-modified-since']).length;
  };
  variantTest('a weak one, with new entries', async () => {
    expect(await askedAfter({ etag: 'W/"1"' }, (poll) => titled(`Notice ${poll}`, poll))).toBe(0);
  });
  variantTest('both, with new entries', async () => {
    expect(
      await askedAfter({ etag: '"1"', 'last-modified': 'Mon, 02 Mar 2026 06:00:00 GMT' }, (poll) =>
        titled(`Notice ${poll}`, poll),
      ),
    ).toBe(0);
  });
  variantTest('one, where the text of the only entry changes', async () => {
    expect(
      await askedAfter({ etag: '"1"' }, (poll) =>
        rssOf([
          {
            title: 'Talks: live',
            link: 'https://outlet.example/live',
            description: `Hour ${poll}: delegates of country ${poll} speak.`,
          },
        ]),
      ),
    ).toBe(0);
  });
  variantTest('one, where only counters change, is still sent', async () => {
    expect(
      await askedAfter({ etag: '"1"' }, (poll) =>
        rssOf([
          {
            title: 'Talks',
            link: 'https://outlet.example/live',
            description: `Delegates speak. (${poll} comments)`,
          },
        ]),
      ),
    ).toBeGreaterThan(1);
  });
});

describe('how long a feed may be cached', { timeout: 60_000 }, () => {
  for (const headers of [
    { 'cache-control': 'public, max-age=31536000, immutable' },
    { expires: 'Fri, 31 Dec 2027 23:59:59 GMT' },
    { 'cache-control': 'max-age=31536000', age: '99999999' },
    { 'cache-control': 's-maxage=1, max-age=99999999999999999999' },
  ])
    variantTest(`${JSON.stringify(headers)} makes it no year`, async () => {
      const news = rssOf(
        Array.from({ length: 20 }, (_, i) => ({
          title: `Notice ${i}`,
          link: `https://outlet.example/${i}`,
          published: new Date(START - i * 1_800_000).toISOString(),
        })),
      );
      const { last } = await servers.polls({ headers: { ...XML, ...headers }, body: news });
      expect(last.next_poll_at.getTime() - START).toBeLessThanOrEqual(3_600_000 * 1.2);
    });
});

describe('nothing in the place of a 304', { timeout: 60_000 }, () => {
  const blank: Readonly<Record<string, { headers?: Record<string, string>; body?: string }>> = {
    'a 200 of length 0': { headers: { etag: '"1"' } },
    'a 200 with a byte order mark and a line break': { headers: XML, body: '\ufeff\r\n' },
    'a 200 that is gzip of nothing': {
      headers: { ...XML, 'content-encoding': 'gzip', 'content-length': '0' },
    },
  };
  for (const [name, empty] of Object.entries(blank))
    variantTest(name, async () => {
      let poll = 0;
      await using server = await scriptedServer(({ headers }) =>
        poll < 4 && headers['if-none-match'] !== undefined
          ? empty
          : { headers: { ...XML, etag: `"${poll < 4 ? 1 : 2}"` }, body: titled('Wafers', poll < 4 ? 1 : 2) },
      );
      const step = await servers.bench().watch(`${server.url}/feed.xml`);
      const failures: number[] = [];
      for (; poll < 6; poll += 1)
        failures.push((await step.poll(new Date(START + poll * 3_600_000))).failures);
      expect(failures).toEqual([0, 0, 0, 0, 0, 0]);
      expect(await servers.itemsOf(step.id)).toHaveLength(2);
    });
  variantTest('nothing, whatever is asked, is a failure', async () => {
    const { states } = await servers.polls({ headers: { ...XML, etag: '"1"' }, body: feed }, {}, {}, {});
    expect(states.map(({ failures }) => failures)).toEqual([0, 0, 1, 2]);
  });
});
