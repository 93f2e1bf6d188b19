import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { defaultThreads } from '../src/io/threads/default-threads.js';
import { type Database, openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { AREAS, SERVICE_FLAGS } from '../src/process/relaunch.js';
import { labelledArticles, type LabelledArticle } from '../test/support/loopback-outlet.ts';
import type { StatementCounts } from '../test/support/count-statements.ts';
import { cpuForEach, cpuInWords, cpuParts } from './support/cpu-parts.ts';
import { warmUp } from './support/warm-up.ts';
import { benchServers, printForBackends } from './support/bench-servers.ts';

// Measures the whole path from feed to webhook through HTTP on loopback, on both queue backends. The pages are as
// heavy as those of the web, 5 % of them are on a topic, and they are on 2,000 hosts. The same run also measures
// parsing alone and requests alone. With --light the pages are the labelled articles, 0.8 kB each and nearly half of
// them on a topic. The first articles are left out, as in reading alone: a service compiles its code once in months.
// The outlet and the receiver have their own process, so that they do not share the service's event loop.
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '3000' },
    /** Runs with the queues on PostgreSQL or Redis only. */
    only: { type: 'string', default: '' },
    /** How many processes have all workers. */
    processes: { type: 'string', default: '1' },
    light: { type: 'boolean', default: false },
    /** Leaves out reading alone and requests alone. */
    'path-only': { type: 'boolean', default: false },
    /** The reading threads of a process; as many as a service takes by default. */
    threads: { type: 'string', default: '' },
  },
});
const count = Number(values.articles);

await using server = await benchServers({ redis: true });
const program = values.light ? './support/outlet-process.ts' : './support/heavy-outlet-process.ts';
const outlet = fork(new URL(program, import.meta.url), [String(count)]);
try {
  const [{ feeds, pages, hook }] = (await once(outlet, 'message')) as [Outlet];
  console.log(
    `${count} articles from the labelled set (${new Set(labelledArticles().map((article: LabelledArticle) => article.lang)).size} languages), ${os.availableParallelism()} cores, Node ${process.version}`,
  );
  const alone = values['path-only'] || pages === undefined ? undefined : await readAlone(pages);
  await printForBackends(
    server,
    (name, redisUrl) => run(name, redisUrl, { feeds, hook, alone }),
    values.only,
  );
} finally {
  outlet.kill();
}

/** How fast pages are read when nothing else is done. */
interface Alone {
  /** Pages a second. */
  readonly rate: number;
  /** Milliseconds of CPU for each page. */
  readonly cpu: number;
}

interface Outlet {
  readonly feeds: readonly string[];
  readonly pages?: readonly string[];
  readonly hook: string;
}

async function readAlone(pages: readonly string[]): Promise<Alone> {
  const reading = fork(new URL('./support/reading-process.ts', import.meta.url), [String(count)]);
  const [{ rate, cpu, threads, median }] = (await once(reading, 'message')) as [
    Alone & { threads: number; median: number },
  ];
  const bare = fork(new URL('./support/bare-pages-process.ts', import.meta.url));
  bare.send(pages);
  const [requests] = (await once(bare, 'message')) as [number];
  console.log(
    `pages of ${Math.round(median / 1_000)} kB (median); reading alone, ${threads} threads: ${Math.round(rate)} a second, ${cpu.toFixed(1)} ms CPU each; requests alone: ${Math.round(requests)} a second`,
  );
  return { rate, cpu };
}

async function run(
  name: string,
  redisUrl: string | undefined,
  { feeds, hook, alone }: Outlet & { readonly alone: Alone | undefined },
): Promise<Record<string, string | number>> {
  const database = `bench_${name.toLowerCase()}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const url = server.url.replace(/\/[^/]*$/, `/${database}`);
  const db = openDatabase(url, { maxConnections: 2, onError: () => {} });
  await migrate(db);
  const children: ChildProcess[] = [];
  const threads =
    values.threads || String(defaultThreads(os.availableParallelism(), Number(values.processes)));
  for (let nth = 0; nth < Number(values.processes); nth += 1) {
    // As a service starts itself.
    const child = fork(
      new URL('./support/pipeline-process.ts', import.meta.url),
      [url, redisUrl ?? '', hook, threads, ...feeds],
      { execArgv: [...SERVICE_FLAGS], env: { ...process.env, ...AREAS } },
    );
    await once(child, 'message');
    children.push(child);
  }
  const state = async (done: number) => ({
    done,
    at: performance.now(),
    cpu: cpuParts(children, server, outlet),
    reports: await Promise.all(children.map(report)),
  });
  const started = performance.now();
  for (const child of children) child.send('go');
  const before = await state(await waitUntil(db, warmUp(count, children.length)));
  const end = await state(await waitUntil(db, count));
  const seconds = (end.at - before.at) / 1_000;
  const measured = end.done - before.done;
  const cpu = cpuForEach(before.cpu, end.cpu, measured);
  const { matched } = await db
    .selectFrom('matches')
    .select((eb) => eb.fn.count<string>('article_id').distinct().as('matched'))
    .executeTakeFirstOrThrow();
  for (const child of children) child.kill('SIGKILL');
  await db.destroy();
  const most = (of: (report: Report) => number) => Math.max(...end.reports.map(of));
  const sum = (reports: readonly Report[], of: (report: Report) => number) =>
    reports.reduce((so, one) => so + of(one), 0);
  const each = (of: (report: Report) => number) =>
    Number(((sum(end.reports, of) - sum(before.reports, of)) / measured).toFixed(2));
  console.log(`${name}, CPU ms for each article: ${cpuInWords(cpu)}`);
  return {
    'articles/s': Math.round(measured / seconds),
    'with the start': Math.round((1_000 * end.done) / (end.at - started)),
    ...(alone === undefined
      ? {}
      : { 'of reading alone': Number((measured / seconds / alone.rate).toFixed(2)) }),
    ...(alone === undefined ? {} : { 'by CPU': Number((alone.cpu / cpu.all).toFixed(2)) }),
    'statements each': each(({ statements }) => statements.steps),
    'of the queue': each(({ statements }) => statements.queue),
    seconds: Number(seconds.toFixed(1)),
    matched: Number(matched),
    'resident MB': Math.round(most(({ rss }) => rss)),
    'peak MB': Math.round(most(({ peak }) => peak)),
    'event loop p99 ms': Number(most(({ delay }) => delay).toFixed(1)),
    'CPU ms each': Number(cpu.all.toFixed(1)),
  };
}

/** Waits until so many items are done, and returns how many are. */
async function waitUntil(db: Database, wanted: number): Promise<number> {
  for (;;) {
    const { done } = await db
      .selectFrom('items')
      .select((eb) => eb.fn.countAll<string>().as('done'))
      .where('state', '=', 'done')
      .executeTakeFirstOrThrow();
    if (Number(done) >= wanted) return Number(done);
    // Each look reads all items, so it is seldom until the end is near.
    await new Promise((resolve) => setTimeout(resolve, Number(done) < 0.95 * wanted ? 500 : 100));
  }
}

/** What a process says about itself; memory in MB, `delay` in milliseconds. */
interface Report {
  readonly rss: number;
  readonly peak: number;
  readonly delay: number;
  readonly statements: StatementCounts;
}

async function report(child: ChildProcess): Promise<Report> {
  child.send('memory');
  const [answer] = (await once(child, 'message')) as [Report];
  return answer;
}
