import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Channel } from '../src/io/channels/channel.ts';
import { openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { addFeeds } from '../src/io/store/feeds/feeds.ts';
import { quantile } from '../test/support/quantile.ts';
import { runPipeline } from '../test/support/run-pipeline.ts';
import { scriptedServer } from '../test/support/scripted-server.ts';
import { reportsOfEvent, storyOutlets } from '../test/support/story-outlets.ts';
import { benchServers } from './support/bench-servers.ts';

// One feed has tens of thousands of waiting items; another publishes a fresh report now and then. Measures how long
// that report takes from the instant at which its feed is due until it is alerted.
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '50000' },
    /** The number of hosts of the backlog's pages. */
    hosts: { type: 'string', default: '1' },
    reports: { type: 'string', default: '8' },
  },
});
const EVENTS = ['e09', 'e12', 'e46', 'e47', 'e40', 'e48', 'e50', 'e34'].slice(0, Number(values.reports));

await using postgres = await benchServers({ redis: false });
const db = openDatabase(postgres.url, { maxConnections: 2, onError: () => {} });
await migrate(db);
const sent = new Map<string, number>();
const channel: Channel = {
  name: 'collect',
  kind: 'console',
  maxStories: 10,
  async send({ stories }) {
    for (const { title } of stories) if (!sent.has(title)) sent.set(title, performance.now());
    return { status: 'delivered', answer: 'ok' };
  },
};
await using archive = await scriptedServer(() => ({
  headers: { 'content-type': 'text/html' },
  body: `<title>Old</title><h1>Old</h1><p>${'The ferry left the quiet port on time again today. '.repeat(20)}</p>`,
}));
await using outlets = await storyOutlets(['Normal']);
const feed = outlets.feeds.get('Normal') ?? '';
await addFeeds(db, [
  { url: `${archive.url}/feed.xml`, outlet: 'Archive', origin: 'cli', backfillAgeSeconds: 0 },
  { url: feed, outlet: 'Normal', origin: 'cli', backfillAgeSeconds: 0 },
]);
const { port } = new URL(archive.url);
await sql`UPDATE feeds SET next_poll_at = now() + interval '1 day' WHERE outlet = 'Archive'`.execute(db);
await sql`
  INSERT INTO items (feed_id, guid, url, url_key, key, title, entry_hash, due_at, first_seen_at, last_seen_at)
  SELECT feeds.id, n::text, u, u, n::text, 'Old ' || n, '', now() - interval '1 hour', now(), now()
    FROM feeds, generate_series(1, ${Number(values.items)}::int) AS n,
         LATERAL (SELECT 'http://127.0.' || (n % ${Number(values.hosts)}::int) || '.1:' || ${port} || '/' || n AS u) AS urls
   WHERE outlet = 'Archive'`.execute(db);
try {
  await using running = await runPipeline({
    databaseUrl: postgres.url,
    redisUrl: undefined,
    channels: [channel],
    settings: { perHost: { concurrency: 2, spacing: 1 } },
    concurrency: 16,
  });
  const count = async (state: 'new' | 'done') =>
    Number(
      (await sql<{ n: string }>`SELECT count(*) AS n FROM items WHERE state = ${state}`.execute(db)).rows[0]
        ?.n,
    );
  // By then the thread has compiled its rules.
  while ((await count('done')) < 20) await pause(500);
  const delays: number[] = [];
  for (const event of EVENTS) {
    const [report] = reportsOfEvent(event);
    if (report === undefined) throw new Error(`no reports of ${event}`);
    outlets.publish({ ...report, outlet: 'Normal', published: new Date().toISOString() });
    const from = performance.now();
    await sql`UPDATE feeds SET next_poll_at = now() WHERE outlet = 'Normal'`.execute(db);
    while (!sent.has(report.title) && performance.now() - from < 120_000) await pause(20);
    const told = sent.get(report.title);
    delays.push(((told ?? Infinity) - from) / 1_000);
    console.log(
      `${event}: ${delays.at(-1)?.toFixed(2)} s, ${await count('new')} items wait, ${await count('done')} done`,
    );
    await pause(3_000);
  }
  console.log(`longest ${Math.max(...delays).toFixed(2)} s, median ${quantile(delays, 0.5).toFixed(2)} s`);
  console.log(
    `load of the machine ${os
      .loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  void running;
} finally {
  await db.destroy();
}
