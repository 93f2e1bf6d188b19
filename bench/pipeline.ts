import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate, openDatabase } from '../src/io/store/database.ts';
import { startEmbeddedPostgres } from '../src/io/store/embedded-postgres.ts';
import { labelledArticles, type LabelledArticle } from '../test/support/loopback-outlet.ts';
import { removeDatabase } from '../test/support/remove-database.ts';
import { startRedis } from './support/start-redis.ts';

// The whole path, from feed to webhook, through real HTTP on loopback, on both queue backends.
// The outlet and the receiver run in a process of their own, so that they do not share the service's event loop.
const { values } = parseArgs({ options: { articles: { type: 'string', default: '5000' } } });
const count = Number(values.articles);

const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-bench-'));
const server = await startEmbeddedPostgres({ directory: path.join(directory, 'postgres') });
const redis = await startRedis(directory);
const outlet = fork(new URL('./support/outlet-process.ts', import.meta.url), [String(count)]);
const [{ feeds, hook }] = (await once(outlet, 'message')) as [{ feeds: string[]; hook: string }];
try {
  console.log(
    `${count} articles from the labelled set (${new Set(labelledArticles().map((article: LabelledArticle) => article.lang)).size} languages), ${os.availableParallelism()} cores, Node ${process.version}`,
  );
  const rows = [
    await run('PostgreSQL', undefined),
    ...(redis === undefined ? [] : [await run('Redis', redis.url)]),
  ];
  if (redis === undefined) console.log('No redis-server on the PATH: the Redis row is missing.');
  console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
} finally {
  outlet.kill();
  redis?.process.kill();
  await server.close();
  await removeDatabase(path.join(directory, 'postgres'));
  await rm(directory, { recursive: true, force: true });
}

async function run(
  name: string,
  redisUrl: string | undefined,
): Promise<Record<string, string | number> & { name: string }> {
  const database = `bench_${name.toLowerCase()}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const url = server.url.replace(/\/[^/]*$/, `/${database}`);
  const db = openDatabase(url, { maxConnections: 2, onError: () => {} });
  await migrate(db);
  const child = fork(new URL('./support/pipeline-process.ts', import.meta.url), [
    url,
    redisUrl ?? '',
    hook,
    ...feeds,
  ]);
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
  const [memory] = (await once(child, 'message')) as [{ rss: number; peak: number; delay: number }];
  child.kill('SIGKILL');
  await db.destroy();
  return {
    name,
    'articles/s': Math.round(count / seconds),
    seconds: Number(seconds.toFixed(1)),
    matched: Number(matched),
    'resident MB': Math.round(memory.rss),
    'peak MB': Math.round(memory.peak),
    'event loop p99 ms': Number(memory.delay.toFixed(1)),
  };
}
