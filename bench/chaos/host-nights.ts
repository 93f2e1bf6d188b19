import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { sql } from 'kysely';
import { listening } from '../../test/support/listening.ts';
import { quantile } from '../../test/support/quantile.ts';
import { watchPoliteness } from '../../test/world/live/watch-politeness.ts';
import { type Night, seconds } from './night.ts';

const LIMITS = { concurrency: 2, spacingMs: 1_000 };

function feedOf(base: string, ids: readonly number[]): string {
  const items = ids.map(
    (id) =>
      `<item><title>Tide table number ${id} of the harbour</title><link>${base}/${id}.html</link><guid isPermaLink="false">t${id}</guid><pubDate>${new Date().toUTCString()}</pubDate><description>High water at ${id % 24} o’clock.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><link>${base}/</link>${items.join('')}</channel></rss>`;
}

const page = (id: string) =>
  `<title>Tide table number ${id} of the harbour</title><article><h1>Tide table number ${id} of the harbour</h1><p>${'The tide turns twice a day. '.repeat(30)}</p></article>`;

/** A server of many hosts on loopback that notes who is asked, when, and whether its limits were kept. */
async function hosts(isRefusing: () => boolean = () => false) {
  const politeness = watchPoliteness(LIMITS);
  const asked: { readonly at: number; readonly url: string }[] = [];
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    asked.push({ at: Date.now(), url });
    response.on('close', politeness.begin(request.headers.host ?? '', request.url ?? '/'));
    if (isRefusing()) return void response.writeHead(asked.length % 2 === 0 ? 429 : 503).end('later');
    const [, id] = /\/(\d+)\.html$/.exec(url) ?? [];
    if (id !== undefined) return void response.setHeader('content-type', 'text/html').end(page(id));
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    const number = Number(/(\d+)\.xml$/.exec(url)?.[1] ?? 0);
    response.setHeader('content-type', 'application/rss+xml');
    response.end(feedOf(`http://${request.headers.host}`, [number * 10, number * 10 + 1]));
  });
  const own = await listening(server, '0.0.0.0');
  return { politeness, asked, port: own.port, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() };
}

/** The largest resident memory of a process so far, in MB. */
function peakMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}

const AFTER_A_NIGHT = 5_000;

/** Faults that concern how often hosts are asked. */
export const hostNights: readonly Night[] = [
  {
    name: 'four processes poll 40 feeds and read their pages on one host',
    async prepare(_, resources) {
      const server = resources.use(await hosts());
      return {
        otherFeeds: Array.from({ length: 40 }, (__, n) => `http://127.9.0.1:${server.port}/${n}.xml`),
        handle: server,
      };
    },
    async fault(world, { handle }) {
      const { asked, politeness } = handle as Awaited<ReturnType<typeof hosts>>;
      for (let more = 0; more < 3; more += 1) await world.start();
      const before = asked.length;
      await seconds(120);
      return {
        'requests to that host in 120 s': asked.length - before,
        'violations there': politeness.violations.length,
        'the first': politeness.violations[0] ?? 'none',
      };
    },
  },
  {
    name: 'a host of 40 feeds answers 429 and 503 without a time for two minutes',
    async prepare(_, resources) {
      let isRefusing = false;
      const server = resources.use(await hosts(() => isRefusing));
      return {
        otherFeeds: Array.from({ length: 40 }, (__, n) => `http://127.9.0.2:${server.port}/${n}.xml`),
        handle: {
          ...server,
          refuse(next: boolean) {
            isRefusing = next;
          },
        },
      };
    },
    async fault(world, { handle }) {
      const { asked, refuse } = handle as Awaited<ReturnType<typeof hosts>> & { refuse(next: boolean): void };
      await seconds(60);
      const usual = asked.length;
      refuse(true);
      const from = asked.length;
      await seconds(120);
      const refused = asked.length - from;
      refuse(false);
      const backAt = Date.now();
      const db = await world.database();
      const host = new URL(asked[0]!.url).host;
      const refusals = async () =>
        (await db.selectFrom('hosts').select('refusals').where('host', '=', host).executeTakeFirst())
          ?.refusals ?? 0;
      const most = await refusals();
      while ((await refusals()) > 0 && Date.now() < backAt + 300_000) await seconds(1);
      return {
        'requests in the minute before': usual,
        'in two minutes of refusals': refused,
        'refusals in a row': most,
        'visited as usual again after s': Math.round((Date.now() - backAt) / 1_000),
      };
    },
  },
  {
    name: '5,000 feeds were not polled for a night',
    async prepare(_, resources) {
      const server = resources.use(await hosts());
      const feeds = Array.from(
        { length: AFTER_A_NIGHT },
        (__, n) => `http://127.9.${1 + (n % 5)}.${1 + (Math.floor(n / 5) % 200)}:${server.port}/${n}.xml`,
      );
      return { otherFeeds: feeds, handle: server };
    },
    async fault(world, { handle }) {
      const { asked, politeness } = handle as Awaited<ReturnType<typeof hosts>>;
      const db = await world.database();
      // The server goes on.
      await world.service.stop('SIGKILL');
      await sql`UPDATE feeds SET polled_at = now() - interval '9 hours', next_poll_at = now() - interval '8 hours' * random(),
        succeeded_at = now() - interval '9 hours'`.execute(db);
      await sql`DELETE FROM items WHERE url LIKE '%/127.9.%'`.execute(db);
      const backAt = Date.now();
      const before = asked.length;
      const violated = politeness.violations.length;
      const { child } = await world.start();
      const startedAt = Date.now();
      const overdue = async () => {
        const { rows } = await sql<{ count: number }>`
          SELECT count(*)::int AS count FROM feeds WHERE polled_at < ${new Date(backAt)}`.execute(db);
        return rows[0]!.count;
      };
      while ((await overdue()) > 0 && Date.now() < startedAt + 900_000) await seconds(2);
      const polls = asked.slice(before).filter(({ url }) => url.endsWith('.xml'));
      const first = new Map<string, number>();
      for (const { at, url } of polls) if (!first.has(url)) first.set(url, (at - startedAt) / 1_000);
      const delays = [...first.values()];
      return {
        'all polled after s': Math.round((Date.now() - startedAt) / 1_000),
        'first polls': delays.length,
        'median s': Math.round(quantile(delays, 0.5)),
        'p95 s': Math.round(quantile(delays, 0.95)),
        'violations there': politeness.violations.length - violated,
        'peak MB': peakMb(child.pid!),
        load: execFileSync('cut', ['-d', ' ', '-f1', '/proc/loadavg'], { encoding: 'utf8' }).trim(),
      };
    },
  },
];
