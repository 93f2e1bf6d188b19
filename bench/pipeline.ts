import { fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate, openDatabase } from '../src/io/store/database.ts';
import { AREAS, SEMI_SPACE } from '../src/process/relaunch.js';
import { labelledArticles, type LabelledArticle } from '../test/support/loopback-outlet.ts';
import type { StatementCounts } from '../test/support/count-statements.ts';
import { benchServers, printForBackends } from './support/bench-servers.ts';

// Measures the whole path from feed to webhook through HTTP on loopback, on both queue backends. The pages are as
// heavy as those of the web, 5 % of them are on a topic, and they are on 2,000 hosts. The same run also measures
// parsing alone and requests alone. With --light the pages are the labelled articles, 5 kB each and nearly half of
// them on a topic.
// The outlet and the receiver have their own process, so that they do not share the service's event loop.
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '3000' },
    light: { type: 'boolean', default: false },
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
  const alone = pages === undefined ? undefined : await readAlone(pages);
  await printForBackends(server, (name, redisUrl) => run(name, redisUrl, { feeds, hook, alone }));
} finally {
  outlet.kill();
}

interface Outlet {
  readonly feeds: readonly string[];
  readonly pages?: readonly string[];
  readonly hook: string;
}

/** Pages a second when nothing else is done. */
async function readAlone(pages: readonly string[]): Promise<number> {
  const reading = fork(new URL('./support/reading-process.ts', import.meta.url), [String(count)]);
  const [{ rate, threads, median }] = (await once(reading, 'message')) as [
    { rate: number; threads: number; median: number },
  ];
  const bare = fork(new URL('./support/bare-pages-process.ts', import.meta.url));
  bare.send(pages);
  const [requests] = (await once(bare, 'message')) as [number];
  console.log(
    `pages of ${Math.round(median / 1_000)} kB (median); reading alone, ${threads} threads: ${Math.round(rate)} a second; requests alone: ${Math.round(requests)} a second`,
  );
  return rate;
}

async function run(
  name: string,
  redisUrl: string | undefined,
  { feeds, hook, alone }: Outlet & { readonly alone: number | undefined },
): Promise<Record<string, string | number>> {
  const database = `bench_${name.toLowerCase()}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const url = server.url.replace(/\/[^/]*$/, `/${database}`);
  const db = openDatabase(url, { maxConnections: 2, onError: () => {} });
  await migrate(db);
  // With the limits of memory that a service gives itself.
  const child = fork(
    new URL('./support/pipeline-process.ts', import.meta.url),
    [url, redisUrl ?? '', hook, ...feeds],
    { execArgv: [SEMI_SPACE], env: { ...process.env, ...AREAS } },
  );
  await once(child, 'message');
  const started = performance.now();
  child.send('go');
  for (;;) {
    const { done } = await db
      .selectFrom('items')
      .select((eb) => eb.fn.countAll<string>().as('done'))
      .where('state', '=', 'done')
      .executeTakeFirstOrThrow();
    if (Number(done) >= count) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const seconds = (performance.now() - started) / 1_000;
  const { matched } = await db
    .selectFrom('matches')
    .select((eb) => eb.fn.count<string>('article_id').distinct().as('matched'))
    .executeTakeFirstOrThrow();
  child.send('memory');
  const [memory] = (await once(child, 'message')) as [
    { rss: number; peak: number; delay: number; statements: StatementCounts },
  ];
  child.kill('SIGKILL');
  await db.destroy();
  return {
    'articles/s': Math.round(count / seconds),
    ...(alone === undefined ? {} : { 'of reading alone': Number((count / seconds / alone).toFixed(2)) }),
    'statements each': Number((memory.statements.steps / count).toFixed(2)),
    'of the queue': Number((memory.statements.queue / count).toFixed(2)),
    seconds: Number(seconds.toFixed(1)),
    matched: Number(matched),
    'resident MB': Math.round(memory.rss),
    'peak MB': Math.round(memory.peak),
    'event loop p99 ms': Number(memory.delay.toFixed(1)),
  };
}
