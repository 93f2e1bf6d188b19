import { fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate, openDatabase } from '../src/io/store/database.ts';
import { labelledArticles, type LabelledArticle } from '../test/support/loopback-outlet.ts';
import { benchServers, printForBackends } from './support/bench-servers.ts';

// The whole path, from feed to webhook, through real HTTP on loopback, on both queue backends.
// The outlet and the receiver run in a process of their own, so that they do not share the service's event loop.
const { values } = parseArgs({ options: { articles: { type: 'string', default: '5000' } } });
const count = Number(values.articles);

await using server = await benchServers({ redis: true });
const outlet = fork(new URL('./support/outlet-process.ts', import.meta.url), [String(count)]);
try {
  const [{ feeds, hook }] = (await once(outlet, 'message')) as [{ feeds: string[]; hook: string }];
  console.log(
    `${count} articles from the labelled set (${new Set(labelledArticles().map((article: LabelledArticle) => article.lang)).size} languages), ${os.availableParallelism()} cores, Node ${process.version}`,
  );
  await printForBackends(server, (name, redisUrl) => run(name, redisUrl, { feeds, hook }));
} finally {
  outlet.kill();
}

async function run(
  name: string,
  redisUrl: string | undefined,
  { feeds, hook }: { readonly feeds: readonly string[]; readonly hook: string },
): Promise<Record<string, string | number>> {
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
    'articles/s': Math.round(count / seconds),
    seconds: Number(seconds.toFixed(1)),
    matched: Number(matched),
    'resident MB': Math.round(memory.rss),
    'peak MB': Math.round(memory.peak),
    'event loop p99 ms': Number(memory.delay.toFixed(1)),
  };
}
