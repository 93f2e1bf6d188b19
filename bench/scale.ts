import { fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { Client } from 'pg';
import { type Database, openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { AREAS, SERVICE_FLAGS } from '../src/process/relaunch.js';
import type { StatementCounts } from '../test/support/count-statements.ts';
import { type BenchServers, benchServers } from './support/bench-servers.ts';
import { cpuOfThreads } from './support/cpu-seconds.ts';

// Runs one process with all workers on the load of the busiest hour of the default list, and of lists that are 10, 100 and
// more times as long. Prints which part of a core each part needs, and how late polls and articles are.
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1,10,100,300' },
    seconds: { type: 'string', default: '60' },
  },
});
const DEFAULT_LIST = 107;
/** Seconds between two polls of a feed, on average. */
const POLLED_EVERY = 1_800;
/** New items of a feed in a day, and how many times the mean the busiest hour has. */
const ITEMS_A_DAY = 20;
const BUSIEST = 4;
const seconds = Number(values.seconds);

await using server = await benchServers({ redis: false });
console.log(`${os.availableParallelism()} cores, Node ${process.version}, ${seconds} s each`);
const rows: Record<string, object> = {};
for (const times of values.times.split(',').map(Number)) rows[`× ${times}`] = await run(server, times);
console.table(rows);
console.log(`load of the machine ${os.loadavg()[0]?.toFixed(1)}`);

interface Report {
  readonly peak: number;
  readonly delay: number;
  readonly statements: StatementCounts;
}

async function run({ url: serverUrl, cpu }: BenchServers, times: number): Promise<object> {
  const feeds = DEFAULT_LIST * times;
  const polls = feeds / POLLED_EVERY;
  const articles = (feeds * ITEMS_A_DAY * BUSIEST) / 86_400;
  const name = `scale_${times}`;
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = serverUrl.replace(/\/[^/]*$/, `/${name}`);
  const db = openDatabase(url, { maxConnections: 2, onError: () => {} });
  await migrate(db);
  const outlet = fork(new URL('./support/steady-outlet-process.ts', import.meta.url), [
    String(articles / polls),
  ]);
  const [{ port, hook }] = (await once(outlet, 'message')) as [{ port: number; hook: string }];
  await insertFeeds(db, feeds, port);
  // As a service starts itself.
  const service = fork(new URL('./support/pipeline-process.ts', import.meta.url), [url, '', hook], {
    execArgv: SERVICE_FLAGS,
    env: { ...process.env, ...AREAS },
  });
  try {
    await once(service, 'message');
    service.send('go');
    // By then the thread has read its first pages and has compiled the rules.
    await load(db, { polls: Math.max(polls, 0.5), from: 1, seconds: 20 });
    await sql`TRUNCATE due`.execute(db);
    const before = { own: cpuOfThreads(service.pid ?? 0), postgres: cpu().postgres };
    const from = 1 + Math.ceil(Math.max(polls, 0.5) * 20);
    await load(db, { polls, from, seconds });
    const own = cpuOfThreads(service.pid ?? 0);
    const postgres = cpu().postgres;
    const state = await stateOf(db);
    service.send('memory');
    const [report] = (await once(service, 'message')) as [Report];
    const share = (spent: number) => Number((spent / seconds).toFixed(3));
    return {
      feeds,
      'polls/s': Number(polls.toFixed(2)),
      'articles/s': Number(articles.toFixed(2)),
      'done/s': Number((state.done / seconds).toFixed(2)),
      waiting: state.waiting,
      'main thread, of a core': share(own.main - before.own.main),
      'reading thread': share(own.threads - before.own.threads),
      'V8 threads': share(own.engine - before.own.engine),
      PostgreSQL: share(postgres - before.postgres),
      'poll late p95 s': state.late,
      'article done after p95 s': state.after,
      'event loop p99 ms': Number(report.delay.toFixed(1)),
      'peak MB': Math.round(report.peak),
    };
  } finally {
    service.kill('SIGKILL');
    outlet.kill();
    await db.destroy();
  }
}

/** Each feed is on an address of its own. None is due. */
async function insertFeeds(db: Database, feeds: number, port: number): Promise<void> {
  await sql`INSERT INTO feeds (url, listed_url, outlet, origin, etag, succeeded_at, unconditional_at, next_poll_at, backfill_age_seconds)
    SELECT url, url, 'Outlet ' || n, 'cli', '"1"', now(), now(), now() + interval '1 day', 0
      FROM generate_series(1, ${sql.lit(feeds)}) n,
           LATERAL (SELECT 'http://127.' || 1 + (n >> 16) || '.' || (n >> 8 & 255) || '.' || (n & 255) || ':' || ${sql.lit(port)} || '/feed-' || n || '.xml' AS url) AS urls`.execute(
    db,
  );
  await sql`CREATE TABLE due (feed_id bigint PRIMARY KEY, at timestamptz NOT NULL)`.execute(db);
}

/** Makes so many feeds due in each second, one after the other from `from` on. */
async function load(
  db: Database,
  { polls, from, seconds: length }: { polls: number; from: number; seconds: number },
): Promise<void> {
  const began = performance.now();
  for (let second = 1, made = 0; second <= length; second += 1) {
    const wanted = Math.floor(polls * second) - made;
    if (wanted > 0) {
      const first = from + made;
      made += wanted;
      await sql`WITH made AS (
          UPDATE feeds SET next_poll_at = now(), etag = '"1"', unconditional_at = now()
           WHERE id IN (SELECT 1 + (n - 1) % (SELECT max(id) FROM feeds) FROM generate_series(${sql.lit(first)}::bigint, ${sql.lit(first + wanted - 1)}::bigint) n)
          RETURNING id)
        INSERT INTO due SELECT id, now() FROM made ON CONFLICT (feed_id) DO UPDATE SET at = excluded.at`.execute(
        db,
      );
    }
    await pause(Math.max(0, began + second * 1_000 - performance.now()));
  }
}

/** What has happened since `due` was emptied. */
async function stateOf(db: Database) {
  const { rows } = await sql<{ done: string; waiting: string; late: number | null; after: number | null }>`
    SELECT (SELECT count(*) FROM items WHERE state <> 'new' AND done_at > (SELECT min(at) FROM due)) AS done,
           (SELECT count(*) FROM items WHERE state = 'new') AS waiting,
           (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM polled_at - at)) FROM due JOIN feeds ON feeds.id = feed_id WHERE polled_at > at)::float AS late,
           (SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - first_seen_at)) FROM items WHERE done_at > (SELECT min(at) FROM due))::float AS after`.execute(
    db,
  );
  const [row] = rows;
  const rounded = (value: number | null | undefined) => Number((value ?? Number.NaN).toFixed(2));
  return {
    done: Number(row?.done),
    waiting: Number(row?.waiting),
    late: rounded(row?.late),
    after: rounded(row?.after),
  };
}
