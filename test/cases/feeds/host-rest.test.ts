import { afterAll, beforeAll, describe, expect } from 'vitest';
import { forwardTarget } from '../../../src/core/plausibility/forward-target.ts';
import { refuseHost } from '../../../src/io/store/hosts/rest-host.ts';
import { fetchPolitely } from '../../../src/pipeline/fetching/fetch-politely.ts';
import { mayFetch } from '../../../src/pipeline/fetching/obey-robots.ts';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { scriptedServer } from '../../support/scripted-server.ts';
import { variantTest } from '../support/cases.ts';
import { feedOf, html, readOutlet } from '../support/page-outlet.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

const { signal } = new AbortController();
const AT = '2026-03-02T09:00:00Z';

describe('a host that asks for a pause', { timeout: 120_000 }, () => {
  variantTest('revokes slots that were granted and not used yet', async () => {
    await using server = await scriptedServer(() => ({ body: 'a page' }));
    const pipeline = {
      ...bench.pipeline,
      now: () => new Date(),
      settings: { ...bench.pipeline.settings, perHost: { concurrency: 4, spacing: 1 } },
    };
    const ask = (path: string) =>
      fetchPolitely(pipeline, { url: `${server.url}${path}`, kind: 'page', signal }, 20);
    expect(await ask('/first')).toMatchObject({ status: 'answered' });
    // The slot is granted for a second from now; before that, another worker is told to let the host rest.
    const second = ask('/second');
    const third = ask('/third');
    await refuseHost(bench.pipeline.db, new URL(server.url).host, { askedMs: 60_000, longestMs: 0 });
    const outcomes = await Promise.all([second, third]);
    expect(outcomes.map(({ status }) => status)).toEqual(['later', 'later']);
    expect(server.requests.map(({ path }) => path)).toEqual(['/first']);
    for (const outcome of outcomes)
      if (outcome.status === 'later') expect(outcome.at.getTime()).toBeGreaterThan(Date.now() + 30_000);
  });

  variantTest('is asked for robots.txt once, however many pages wait for it', async () => {
    await using server = await scriptedServer(async ({ path }) => {
      if (path !== '/robots.txt') return undefined;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { body: 'User-agent: *\nDisallow: /private/' };
    });
    bench.setClock(AT);
    const paths = Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? `/private/${i}` : `/a/${i}`));
    const answers = await Promise.all(
      paths.map((path) => mayFetch(bench.pipeline, `${server.url}${path}`, signal)),
    );
    expect(answers.map(({ status }) => status)).toEqual(
      paths.map((path) => (path.startsWith('/private/') ? 'no' : 'yes')),
    );
    expect(server.requests).toHaveLength(1);
  });

  variantTest('keeps the distance between requests that redirects lead to', async () => {
    const times: number[] = [];
    await using server = await scriptedServer(({ path }) => {
      times.push(performance.now());
      const hop = Number(path.slice(1));
      return hop < 3 ? { status: 302, headers: { location: `/${hop + 1}` } } : { body: 'there' };
    });
    const pipeline = {
      ...bench.pipeline,
      settings: { ...bench.pipeline.settings, perHost: { concurrency: 2, spacing: 0.4 } },
    };
    const outcome = await fetchPolitely(pipeline, { url: `${server.url}/0`, kind: 'page', signal });
    expect(outcome).toMatchObject({ status: 'answered', response: { status: 200 } });
    expect(times).toHaveLength(4);
    // Three spacings of 400 ms; on a busy machine the first request may be recorded late.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
  });

  variantTest('is not given up at its first 429 because of a 500 before it', async () => {
    const statuses = [500, 429, 200];
    await using server = await scriptedServer(({ path }, base) => {
      if (path === '/robots.txt') return undefined;
      if (path === '/feed.xml')
        return { body: rssOf([{ title: 'Chips held at the border', link: `${base}/a`, published: AT }]) };
      const status = statuses.shift() ?? 200;
      return status === 200
        ? html('<title>Chips held at the border</title><p>Officers held chips at the border on Monday.</p>')
        : { status, headers: status === 429 ? { 'retry-after': '60' } : {} };
    });
    const step = await bench.watch(`${server.url}/feed.xml`);
    await step.poll(AT);
    const item = () =>
      bench.pipeline.db
        .selectFrom('items')
        .select(['state', 'attempts', 'outcome'])
        .where('feed_id', '=', step.id)
        .executeTakeFirstOrThrow();
    await step.ingest();
    expect(await item()).toMatchObject({ state: 'new', attempts: 1 });
    bench.setClock('2026-03-02T09:10:00Z');
    await step.ingest();
    expect(await item()).toMatchObject({ state: 'new', attempts: 2 });
    expect((await item()).outcome).toContain('429');
    // The rest must be over by the database's clock too.
    await bench.pipeline.db
      .updateTable('hosts')
      .set({ next_slot_at: new Date(0) })
      .execute();
    bench.setClock('2026-03-02T09:40:00Z');
    await step.ingest();
    expect(await item()).toMatchObject({ state: 'done' });
    expect((await item()).outcome).not.toContain('answered');
    expect(server.requests.filter(({ path }) => path === '/a')).toHaveLength(3);
  });
});

describe('one page for several entries of a host', { timeout: 120_000 }, () => {
  const SAME = html(
    '<html><head><title>Kaart van de redactie</title></head><body><p>Even geduld.</p></body></html>',
  );
  const ENTRIES = [
    { title: 'Douane houdt partij Nvidia-chips tegen op Schiphol', path: '/1' },
    { title: 'Kabinet verbiedt uitvoer van lithografiemachines naar China', path: '/2' },
    { title: 'TU Delft toont eigen geheugenchip als alternatief', path: '/3' },
  ].map((entry) => ({ ...entry, description: `${entry.title}, meldt de redactie in Den Haag.` }));

  variantTest('is used for none of them, not even the first', async () => {
    const { articles } = await readOutlet(bench, feedOf(ENTRIES), () => SAME);
    expect(articles.map(({ title }) => title)).toEqual(ENTRIES.map(({ title }) => title));
    expect(articles.map(({ via }) => via)).toEqual(['feed', 'feed', 'feed']);
    expect(articles.every(({ via_reason }) => via_reason !== null)).toBe(true);
  });
  variantTest('is used for both where it is the same article under two addresses', async () => {
    const [first] = ENTRIES;
    const title = first?.title ?? '';
    const page = html(
      `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>De douane heeft op Schiphol een partij Nvidia-chips tegengehouden die voor Rusland bestemd was, aldus het ministerie. De dozen waren aangegeven als koffiezetapparaten, en de ontvanger bestaat niet.</p></body></html>`,
    );
    const twice = [
      { title, path: '/x' },
      { title: `${title} (video)`, path: '/y' },
    ];
    const { articles } = await readOutlet(bench, feedOf(twice), () => page);
    expect(articles.map(({ via_reason }) => via_reason)).toEqual([null, null]);
  });
});

variantTest('an aggregator’s own attribute leads to the article', () => {
  const page = (address: string) =>
    `<html><head><title>Google News</title></head><body><c-wiz><div data-n-au="${address}">…</div></c-wiz></body></html>`;
  const at = 'https://news.google.com/rss/articles/CBMi';
  expect(forwardTarget(page('https://real.example/a?b=1&amp;c=2'), at)).toBe(
    'https://real.example/a?b=1&c=2',
  );
  expect(forwardTarget(page('javascript:alert(1)'), at)).toBeUndefined();
});
