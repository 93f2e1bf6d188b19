import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { Client } from 'pg';
import { createLiveSource } from '../src/io/http/live-source.ts';
import { type Database, openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { AREAS, SERVICE_FLAGS } from '../src/process/relaunch.js';
import type { StatementCounts } from '../test/support/count-statements.ts';
import { benchServers } from './support/bench-servers.ts';
import { cpuForEach, cpuInWords, type CpuParts, cpuParts } from './support/cpu-parts.ts';

// Measures how many feeds that answer 304 (with --items 20: with so many new items) one process polls, each on its own
// host, compared with bare requests to the same hosts. Then runs four processes on few hosts and shows how the server
// sees the limits kept.
const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '10000' },
    concurrency: { type: 'string', default: '16' },
    items: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    /** How many polls and bare requests are left out at the start, in which V8 compiles the code. */
    warmup: { type: 'string', default: '500' },
    /** Leaves the four processes out. */
    quick: { type: 'boolean', default: false },
  },
});
const feeds = Number(values.feeds);
const warmup = Math.min(Number(values.warmup), feeds >> 1);

await using postgres = await benchServers({ redis: true });
const quick = await startServer(0, values.items);
const slow = await startServer(100);
const backends = [
  { name: 'PostgreSQL', redisUrl: undefined },
  ...(postgres.redisUrl === undefined ? [] : [{ name: 'Redis', redisUrl: postgres.redisUrl }]),
].filter(({ name }) => values.only === '' || values.only === name);
try {
  console.log(`${os.availableParallelism()} cores, Node ${process.version}`);
  if (postgres.redisUrl === undefined)
    console.log('No redis-server on the PATH: the Redis rows are missing.');
  const bare = await fetchBare();
  console.log(
    `\n${feeds} feeds that answer ${values.items === '0' ? '304' : `with ${values.items} new items`}, each on a host of its own; one process, ${values.concurrency} polls at a time`,
  );
  const rows: Record<string, unknown> = {
    'bare requests': {
      'polls/s': Math.round(bare.rate),
      'of bare': 1,
      'CPU ms a poll': Number(bare.cpu.toFixed(2)),
    },
  };
  for (const backend of backends) {
    const { seconds, measured, secondsOfAll, memory, cpu } = await run(backend, {
      hosts: feeds,
      feeds,
      processes: 1,
      server: quick,
      spacing: 1,
    });
    rows[backend.name] = {
      'polls/s': Math.round(measured / seconds),
      'with the start': Math.round(feeds / secondsOfAll),
      'of bare': Number((measured / seconds / bare.rate).toFixed(2)),
      'statements a poll': Number((memory[0]!.statements.steps / feeds).toFixed(2)),
      'of the queue': Number((memory[0]!.statements.queue / feeds).toFixed(2)),
      'CPU ms a poll': Number((cpu.main + cpu.threads + cpu.engine).toFixed(2)),
      'resident MB': Math.round(memory[0]!.rss),
      'peak MB': Math.round(memory[0]!.peak),
    };
    console.log(`${backend.name}, CPU ms a poll: ${cpuInWords(cpu)}`);
  }
  console.table(rows);
  if (!values.quick) await showLimits();
} finally {
  for (const { child } of [quick, slow]) child.kill();
}

async function showLimits(): Promise<void> {
  console.log(
    '200 feeds on 10 hosts that take 100 ms to answer; four processes, 2 requests and 0.2 s a host',
  );
  const seen: Record<string, unknown> = {};
  for (const backend of backends) {
    const { secondsOfAll: seconds } = await run(backend, {
      hosts: 10,
      feeds: 200,
      processes: 4,
      server: slow,
      spacing: 0.2,
    });
    const report = await ask<{ requests: number; most: number; mostInASecond: number }>(slow.child);
    seen[backend.name] = {
      seconds: Number(seconds.toFixed(1)),
      'seconds at least': 3.8,
      requests: report.requests,
      'most at a time to a host': report.most,
      'in any second': report.mostInASecond,
    };
  }
  console.table(seen);
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

async function startServer(delayMs: number, items = '0'): Promise<Server> {
  const child = fork(new URL('./support/feed-server-process.ts', import.meta.url), [String(delayMs), items]);
  const [port] = (await once(child, 'message')) as [number];
  return { child, port };
}

function feedUrl({ port }: Server, index: number, hosts: number): string {
  const host = index % hosts;
  return `http://127.${1 + (host >> 16)}.${(host >> 8) & 255}.${host & 255}:${port}/feed-${index}.xml`;
}

/** Requests a second when nothing but the request is made, and milliseconds of CPU for each. */
async function fetchBare(): Promise<{ rate: number; cpu: number }> {
  const source = createLiveSource({ userAgent: 'chipwatch/bench', allowPrivateNetworks: true });
  let [started, before] = [performance.now(), process.cpuUsage()];
  let next = 0;
  await Promise.all(
    Array.from({ length: Number(values.concurrency) }, async () => {
      while (next < feeds) {
        if (next === warmup) [started, before] = [performance.now(), process.cpuUsage()];
        next += 1;
        await source.get({ url: feedUrl(quick, next - 1, feeds), kind: 'feed', etag: '"1"' });
      }
    }),
  );
  await source.close();
  const { user, system } = process.cpuUsage(before);
  const rate = (feeds - warmup) / ((performance.now() - started) / 1_000);
  return { rate, cpu: (user + system) / 1_000 / (feeds - warmup) };
}

interface Load {
  readonly feeds: number;
  readonly hosts: number;
  readonly processes: number;
  readonly server: Server;
  /** Seconds. */
  readonly spacing: number;
}

interface Memory {
  readonly rss: number;
  readonly peak: number;
  readonly statements: StatementCounts;
}

interface Measured {
  /** Seconds for the polls after the first ones. */
  readonly seconds: number;
  /** How many those are. */
  readonly measured: number;
  readonly secondsOfAll: number;
  readonly memory: Memory[];
  /** Of a poll after the first ones. */
  readonly cpu: CpuParts;
}

async function run(
  { name, redisUrl }: { name: string; redisUrl: string | undefined },
  load: Load,
): Promise<Measured> {
  const database = `poll_${name.toLowerCase()}_${load.processes}`;
  const admin = new Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const url = postgres.url.replace(/\/[^/]*$/, `/${database}`);
  const db = openDatabase(url, { maxConnections: 2, onError: () => {} });
  const children: ChildProcess[] = [];
  await using ends = new AsyncDisposableStack();
  ends.defer(() => db.destroy());
  ends.defer(() => {
    for (const child of children) child.kill('SIGKILL');
  });
  await migrate(db);
  await insertFeeds(db, load);
  for (let index = 0; index < load.processes; index += 1) {
    // As a service starts.
    const child = fork(
      new URL('./support/poll-process.ts', import.meta.url),
      [url, redisUrl ?? '', String(load.spacing), values.concurrency],
      { execArgv: SERVICE_FLAGS, env: { ...process.env, ...AREAS } },
    );
    await once(child, 'message');
    children.push(child);
  }
  for (const child of children) child.send('go');
  // The start of the processes is not measured.
  const begin = await until(db, (polled) => polled > 0);
  const warm = await until(db, (polled) => polled > 0 && polled >= (load.server === quick ? warmup : 0));
  const before = cpuParts(children, postgres, load.server.child);
  const last = await until(db, (polled) => polled === load.feeds);
  const measured = load.feeds - warm.polled;
  const cpu = cpuForEach(before, cpuParts(children, postgres, load.server.child), measured);
  const memory = await Promise.all(children.map((child) => ask<Memory>(child)));
  const { items } = await db
    .selectFrom('items')
    .select((eb) => eb.fn.countAll<string>().as('items'))
    .executeTakeFirstOrThrow();
  if (load.server === quick && Number(items) !== load.feeds * Number(values.items))
    throw new Error(`${items} items were stored`);
  return {
    seconds: (last.at - warm.at) / 1_000,
    measured,
    secondsOfAll: (last.at - begin.at) / 1_000,
    memory,
    cpu,
  };
}

/** The feeds have been read before, so that every poll is conditional. */
async function insertFeeds(db: Database, { feeds, hosts, server }: Load): Promise<void> {
  const urls = Array.from({ length: feeds }, (_, index) => feedUrl(server, index, hosts));
  await sql`
    INSERT INTO feeds (url, listed_url, outlet, origin, etag, succeeded_at, unconditional_at, next_poll_at)
    SELECT url, url, 'Example Daily', 'cli', '"1"', now(), now(), now()
    FROM unnest(${urls}::text[]) AS url`.execute(db);
}

/** The instant at which so many feeds have been polled, in ms, and how many those were. */
async function until(
  db: Database,
  done: (polled: number) => boolean,
): Promise<{ readonly at: number; readonly polled: number }> {
  for (;;) {
    const { polled } = await db
      .selectFrom('feeds')
      .select((eb) => eb.fn.count<string>('polled_at').as('polled'))
      .executeTakeFirstOrThrow();
    if (done(Number(polled))) return { at: performance.now(), polled: Number(polled) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask<T>(child: ChildProcess): Promise<T> {
  child.send('report');
  const [answer] = (await once(child, 'message')) as [T];
  return answer;
}
