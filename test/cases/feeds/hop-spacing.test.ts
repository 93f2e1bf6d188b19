import { afterAll, beforeAll, describe, expect } from 'vitest';
import { createLiveSource } from '../../../src/io/http/live-source.ts';
import { refuseHost } from '../../../src/io/store/hosts/rest-host.ts';
import { fetchPolitely } from '../../../src/pipeline/fetching/fetch-politely.ts';
import { mayFetch } from '../../../src/pipeline/fetching/obey-robots.ts';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { scriptedServer } from '../../support/scripted-server.ts';
import { variantTest } from '../support/cases.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

const { signal } = new AbortController();
/** Timers may fire and requests may be recorded a little early or late. Milliseconds. */
const TOLERANCE = 60;

interface Chain {
  /** Where each path leads: `a` and `b` are the two hosts. The last path is none of its keys. */
  readonly leads: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly spacing: number;
  /** The text of robots.txt by host. */
  readonly robots?: Readonly<Record<string, string>>;
  /** The limit for one fetch. Milliseconds. */
  readonly totalMs?: number;
  readonly kind?: 'page' | 'feed';
  readonly before?: (hosts: Readonly<Record<'a' | 'b', string>>) => Promise<void>;
}

/** Follows the chain from `a/0` and returns its outcome, and when each host was asked, in milliseconds. */
async function follow({ leads, spacing, robots = {}, totalMs, kind = 'page', before }: Chain) {
  const times: Record<string, number[]> = { a: [], b: [] };
  const nameOf = (host = '') => (host.startsWith('localhost') ? 'b' : 'a');
  await using server = await scriptedServer(({ path, headers }, base) => {
    const name = nameOf(headers.host);
    if (path === '/robots.txt') return robots[name] === undefined ? undefined : { body: robots[name] };
    times[name]!.push(performance.now());
    const to = leads[`${name}${path}`];
    if (to === undefined) return { body: 'there' };
    const location = to.replace(/^a/, base).replace(/^b/, base.replace('127.0.0.1', 'localhost'));
    return { status: 302, headers: { location } };
  });
  await using own = await ownSource(totalMs);
  const pipeline = {
    ...bench.pipeline,
    source: own.source,
    now: () => new Date(),
    settings: { ...bench.pipeline.settings, perHost: { concurrency: 2, spacing } },
  };
  const bases = { a: server.url, b: server.url.replace('127.0.0.1', 'localhost') };
  const hosts = { a: new URL(bases.a).host, b: new URL(bases.b).host };
  for (const name of Object.keys(robots) as ('a' | 'b')[]) {
    await mayFetch(pipeline, `${bases[name]}/0`, signal);
    // The chain begins later than the crawl delay after the request for robots.txt.
    await bench.pipeline.db
      .updateTable('hosts')
      .set({ next_slot_at: new Date(0) })
      .where('host', '=', hosts[name])
      .execute();
  }
  await before?.(hosts);
  const outcome = await fetchPolitely(pipeline, { url: `${bases.a}/0`, kind, signal }).catch(
    (error: Error) => error,
  );
  const gaps = (name: 'a' | 'b') => times[name]!.slice(1).map((time, i) => time - times[name]![i]!);
  const all = [...times['a']!, ...times['b']!].sort((x, y) => x - y);
  return { outcome, gaps, took: (all.at(-1) ?? 0) - (all[0] ?? 0), times, hosts };
}

async function ownSource(totalMs: number | undefined) {
  const source = createLiveSource({
    userAgent: 'chipwatch/test',
    allowPrivateNetworks: true,
    timeouts: totalMs === undefined ? {} : { totalMs },
  });
  return { source, [Symbol.asyncDispose]: () => source.close() };
}

const THERE = { status: 'answered', response: { status: 200 } };
const delayOf = (seconds: number) => `User-agent: *\nCrawl-delay: ${seconds}\nDisallow: /private/`;

describe('requests that a chain of redirects makes', { timeout: 60_000 }, () => {
  variantTest('over two hosts keep the distance of each host', async () => {
    const { outcome, gaps } = await follow({
      leads: { 'a/0': 'a/1', 'a/1': 'b/2', 'b/2': 'b/3' },
      spacing: 0.5,
    });
    expect(outcome).toMatchObject(THERE);
    expect([gaps('a').length, gaps('b').length]).toEqual([1, 1]);
    expect(Math.min(...gaps('a'), ...gaps('b'))).toBeGreaterThan(500 - TOLERANCE);
  });

  variantTest('back to the first host keep its distance to the first request', async () => {
    const { outcome, gaps } = await follow({
      leads: { 'a/0': 'b/gate', 'b/gate': 'a/1', 'a/1': 'b/last', 'b/last': 'a/2' },
      spacing: 0.4,
    });
    expect(outcome).toMatchObject(THERE);
    expect([gaps('a').length, gaps('b').length]).toEqual([2, 1]);
    expect(Math.min(...gaps('a'), ...gaps('b'))).toBeGreaterThan(400 - TOLERANCE);
  });

  for (const kind of ['page', 'feed'] as const)
    variantTest(`keep the crawl delay of the host, for a ${kind}`, async () => {
      const { outcome, gaps } = await follow({
        leads: { 'a/0': 'a/1', 'a/1': 'a/2' },
        spacing: 0.1,
        robots: { a: delayOf(1) },
        kind,
      });
      expect(outcome).toMatchObject(THERE);
      expect(gaps('a')).toHaveLength(2);
      expect(Math.min(...gaps('a'))).toBeGreaterThan(1_000 - TOLERANCE);
    });

  variantTest('keep the crawl delay of the second host only there', async () => {
    const { outcome, gaps } = await follow({
      leads: { 'a/0': 'a/1', 'a/1': 'b/2', 'b/2': 'a/3', 'a/3': 'b/4' },
      spacing: 0,
      robots: { b: delayOf(1.5) },
    });
    expect(outcome).toMatchObject(THERE);
    expect(gaps('b')).toHaveLength(1);
    expect(Math.min(...gaps('b'))).toBeGreaterThan(1_500 - TOLERANCE);
  });

  variantTest(
    'come to their end under a crawl delay that is longer than another host is waited for',
    async () => {
      const { outcome, gaps } = await follow({
        leads: { 'a/0': 'a/1' },
        spacing: 0.1,
        robots: { a: delayOf(6) },
      });
      expect(outcome).toMatchObject(THERE);
      expect(Math.min(...gaps('a'))).toBeGreaterThan(6_000 - TOLERANCE);
    },
  );

  variantTest(
    'come to their end though their waits together are longer than the limit for a fetch',
    async () => {
      const { outcome } = await follow({
        leads: { 'a/0': 'a/1', 'a/1': 'b/2', 'b/2': 'a/3' },
        spacing: 0.1,
        robots: { a: delayOf(1) },
        totalMs: 1_500,
      });
      expect(outcome).toMatchObject(THERE);
    },
  );

  variantTest('are not waited for longer than a minute', async () => {
    const { outcome, times } = await follow({
      leads: { 'a/0': 'b/1' },
      spacing: 0.1,
      robots: { b: delayOf(60) },
      before: async ({ b }) => {
        const next_slot_at = new Date(Date.now() + 63_000);
        await bench.pipeline.db.updateTable('hosts').set({ next_slot_at }).where('host', '=', b).execute();
      },
    });
    expect((outcome as Error).message).toContain('to be left alone for now');
    expect(times['b']).toEqual([]);
  });

  variantTest('take no turn at a host that rests for longer', async () => {
    const nextAt = async (host: string) =>
      (
        await bench.pipeline.db
          .selectFrom('hosts')
          .select('next_slot_at')
          .where('host', '=', host)
          .executeTakeFirstOrThrow()
      ).next_slot_at.getTime();
    let rested = 0;
    const { outcome, times, hosts } = await follow({
      leads: { 'a/0': 'b/1' },
      spacing: 0.5,
      before: async ({ b }) => {
        await bench.pipeline.db.insertInto('hosts').values({ host: b }).execute();
        await refuseHost(bench.pipeline.db, b, { askedMs: 30_000, longestMs: 0 });
        rested = await nextAt(b);
      },
    });
    expect(outcome).toBeInstanceOf(Error);
    expect((outcome as Error).message).toContain('to be left alone for now');
    expect(times['b']).toEqual([]);
    expect(await nextAt(hosts.b)).toBe(rested);
  });
});
