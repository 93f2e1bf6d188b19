import { fork, type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { runPipeline } from '../test/support/run-pipeline.ts';
import { benchServers } from './support/bench-servers.ts';
import { memoryPartsOf } from './support/memory-parts.ts';

// Measures the memory of each role as a process of its own, at rest and after work: 200 pages of the console, 500 polls
// of feeds with 20 new items, 300 pages of 118 kB. Each is started as an operator starts it, twice: the first time fills
// the compile cache. Needs Linux.
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'web,feeds,articles,deliveries' },
    /** Seconds from the start until the process counts as at rest. */
    rest: { type: 'string', default: '20' },
    /** Seconds after the work until the last measurement. */
    later: { type: 'string', default: '60' },
    /** The directory of the code whose processes are measured, so that two versions can be compared. */
    root: { type: 'string', default: path.resolve(import.meta.dirname, '..') },
  },
});
const [POLLS, PAGES, REQUESTS] = [500, 300, 200];
const CONSOLE = ['/', '/feeds', '/topics', '/search?q=port', '/alerts'];

/** What a role does between the two measurements. */
interface Work {
  readonly name: string;
  run(running: Running): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  /** The address of the console, where the process has it. */
  readonly web: string | undefined;
}

const WORK: Readonly<Record<string, Work | undefined>> = {
  web: { name: `${REQUESTS} pages`, run: ({ web }) => openPages(web!) },
  feeds: { name: `${POLLS} polls`, run: pollFeeds },
  articles: { name: `${PAGES} articles`, run: readArticles },
};

const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-roles-'));
await using servers = await benchServers({ redis: false });
const db = openDatabase(servers.url, { maxConnections: 2, onError: () => {} });
await migrate(db);
const config = await writeConfig();
const rows: Record<string, unknown> = {};
try {
  for (const role of values.only.split(',')) {
    const work = WORK[role];
    for (const isFirst of [true, false]) {
      // What the role before has left would be work.
      await sql`TRUNCATE feeds CASCADE`.execute(db);
      const running = await start(role);
      if (!isFirst) await sleep(Number(values.rest) * 1_000);
      rows[`${role}, at rest`] = memoryOf(running);
      if (work !== undefined) {
        await work.run(running);
        await sleep(2_000);
        rows[`${role}, after ${work.name}`] = memoryOf(running);
        if (!isFirst) {
          await sleep(Number(values.later) * 1_000);
          rows[`${role}, ${values.later} s later`] = memoryOf(running);
        }
      }
      await stop(running);
    }
  }
  console.table(rows);
} finally {
  await db.destroy();
  await rm(directory, { recursive: true, force: true });
}

async function start(role: string): Promise<Running> {
  const child = spawn(process.execPath, [`workers/${role}.ts`], {
    cwd: values.root,
    env: {
      ...process.env,
      DATABASE_URL: servers.url,
      CHIPWATCH_CONFIG: config,
      XDG_CACHE_HOME: path.join(directory, 'cache'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  while (!output.includes('is running')) {
    if (child.exitCode !== null) throw new Error(`the process with the role ${role} ended: ${output}`);
    await sleep(100);
  }
  return { child, web: /"web":"([^"]+)"/.exec(output)?.[1] ?? /http:\/\/[\d.:]+/.exec(output)?.[0] };
}

async function stop({ child }: Running): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function memoryOf({ child: { pid = 0 } }: Running): Record<string, number> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024;
  const mb = { resident: of('VmRSS'), peak: of('VmHWM'), ...memoryPartsOf(pid) };
  return Object.fromEntries(Object.entries(mb).map(([part, value]) => [part, Math.round(value)]));
}

async function writeConfig(): Promise<string> {
  const file = path.join(directory, 'chipwatch.yaml');
  await writeFile(
    file,
    `feeds: {}
topics: ${values.root}/config/topics
entities: ${values.root}/config/entities.yaml
http: { allowPrivateNetworks: true }
web: { port: 0, auth: off }
channels: [{ name: terminal, kind: console }]
routes: [{ name: everything, channels: [terminal] }]
`,
  );
  return file;
}

async function openPages(web: string): Promise<void> {
  for (let nth = 0; nth < REQUESTS; nth += 1) {
    const response = await fetch(new URL(CONSOLE[nth % CONSOLE.length]!, web));
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    await response.text();
  }
}

async function pollFeeds(): Promise<void> {
  const server = fork(new URL('./support/feed-server-process.ts', import.meta.url), ['0', '20']);
  try {
    const [port] = (await once(server, 'message')) as [number];
    const urls = Array.from(
      { length: POLLS },
      (_, nth) => `http://127.1.${nth >> 8}.${nth & 255}:${port}/feed-${nth}.xml`,
    );
    await sql`
      INSERT INTO feeds (url, listed_url, outlet, origin, next_poll_at)
      SELECT url, url, 'Example Daily', 'cli', now() FROM unnest(${urls}::text[]) AS url`.execute(db);
    await until(async () => {
      const polled = await db
        .selectFrom('feeds')
        .select((eb) => eb.fn.countAll<string>().as('feeds'))
        .where('succeeded_at', 'is not', null)
        .executeTakeFirstOrThrow();
      return Number(polled.feeds) >= POLLS;
    });
  } finally {
    server.kill();
  }
}

/** Another process polls the outlet's feeds, so that this one has only articles. */
async function readArticles(): Promise<void> {
  const outlet = fork(new URL('./support/heavy-outlet-process.ts', import.meta.url), [String(PAGES)]);
  try {
    const [{ feeds }] = (await once(outlet, 'message')) as [{ readonly feeds: readonly string[] }];
    await using _polling = await runPipeline({
      databaseUrl: servers.url,
      redisUrl: undefined,
      channels: [],
      roles: ['feeds'],
      feeds,
    });
    await until(async () => {
      const done = await db
        .selectFrom('items')
        .select((eb) => eb.fn.countAll<string>().as('items'))
        .where('state', '<>', 'new')
        .executeTakeFirstOrThrow();
      return Number(done.items) >= PAGES;
    });
  } finally {
    outlet.kill();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(200);
}
