import { execFileSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { pollBench } from '../../support/poll-step.ts';
import { scriptedServer } from '../../support/scripted-server.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { REPORTS, rss } from '../support/outlet.ts';

/** Polls a feed whose validators never change, and returns the headers of the last requests. */
async function pollsOf(headers: Record<string, string>, changes: boolean) {
  let news = 1;
  await using server = await scriptedServer(({ path, headers: asked }) => {
    if (path !== '/feed.xml') return undefined;
    if (asked['if-none-match'] !== undefined || asked['if-modified-since'] !== undefined)
      return { status: 304, headers };
    const entries = Array.from({ length: news }, (_, i) => ({
      report: 'ban' as const,
      title: `Notice ${i} on chips`,
      link: `https://outlet.example/${i}`,
      guid: `n-${i}`,
      date: '2026-03-02T06:00:00Z',
    }));
    return { headers: { ...headers, 'content-type': 'application/rss+xml' }, body: rss(entries) };
  });
  await using bench = await pollBench();
  const feed = await bench.watch(`${server.url}/feed.xml`, { backfillAge: 172_800 });
  for (let hour = 0; hour < 60; hour += 6) {
    if (changes) news += 1;
    await feed.poll(new Date(Date.parse('2026-03-02T07:00:00Z') + hour * 3_600_000));
  }
  const last = server.requests.filter(({ path }) => path === '/feed.xml').slice(-4);
  return last.map(({ headers: asked }) => asked['if-none-match'] ?? asked['if-modified-since']);
}

describe('a validator that stays while the feed changes', { timeout: 120_000 }, () => {
  caseTest('feeds/12-stuck-validator', async () => {
    expect(await pollsOf({ etag: '"stuck"' }, true)).toEqual(Array(4).fill(undefined));
  });
  variantTest('Last-Modified', async () => {
    expect(await pollsOf({ 'last-modified': 'Mon, 02 Mar 2026 06:00:00 GMT' }, true)).toEqual(
      Array(4).fill(undefined),
    );
  });
  variantTest('a working validator of a quiet feed is sent', async () => {
    expect(
      (await pollsOf({ etag: '"sound"' }, false)).filter((asked) => asked === '"sound"').length,
    ).toBeGreaterThan(2);
  });
});

describe('a feed with more entries than the limit', { timeout: 120_000 }, () => {
  const make = new URL('../../../fixtures/cases/feeds/15-oldest-first-3200/make.mjs', import.meta.url);
  const parse = (document: string, limits = {}) =>
    parseFeed(Buffer.from(document), { url: 'https://outlet.example/f', limits });

  caseTest('feeds/15-oldest-first-3200', async () => {
    const document = execFileSync(process.execPath, [make.pathname], {
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
    });
    const feed = await parse(document);
    expect(feed.entries).toHaveLength(3_000);
    expect(feed.entries.at(-1)?.title).toBe(REPORTS.ban.title);
    expect(feed.problems.join()).toContain('of 3201 entries only the newest 3000 were kept');
  });

  const dated = (n: number) => ({
    report: 'ban' as const,
    title: `n${n}`,
    link: `https://outlet.example/${n}`,
    date: `2026-03-0${n}`,
  });
  for (const [name, order, kept] of [
    ['newest first', [5, 4, 3, 2, 1], ['n5', 'n4']],
    ['in no order', [2, 5, 1, 4, 3], ['n5', 'n4']],
    ['oldest first', [1, 2, 3, 4, 5], ['n4', 'n5']],
  ] as const) {
    variantTest(name, async () => {
      expect(
        (await parse(rss(order.map(dated)), { maxEntries: 2 })).entries.map(({ title }) => title),
      ).toEqual(kept);
    });
  }
  variantTest('a JSON Feed, oldest first', async () => {
    const items = [1, 2, 3].map((n) => ({
      id: `${n}`,
      title: `n${n}`,
      date_published: `2026-03-0${n}T00:00:00Z`,
    }));
    const feed = await parse(JSON.stringify({ version: '1.1', title: 'O', items }), { maxEntries: 2 });
    expect(feed.entries.map(({ title }) => title)).toEqual(['n2', 'n3']);
  });
});
