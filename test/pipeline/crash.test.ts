import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import type { Database } from '../../src/io/store/database.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { mulberry32 } from '../../bench/support/random.ts';
import { backends } from '../support/backends.ts';
import { testDatabase } from '../support/database.ts';
import { labelledArticles, loopbackOutlet } from '../support/loopback-outlet.ts';
import { runPipeline } from '../support/run-pipeline.ts';
import { webhookReceiver } from '../support/webhook-receiver.ts';

// As many as the whole suite has time for; `npm run test:kills` makes more.
const KILLS = Number(process.env['CHIPWATCH_TEST_KILLS'] ?? 12);
const ARTICLES = 120;

async function unfinished(db: Database): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT (SELECT count(*) FROM items WHERE state = 'new') + (SELECT count(*) FROM deliveries WHERE state = 'pending')
         + (SELECT count(*) FROM feeds WHERE succeeded_at IS NULL) AS count`.execute(db);
  return Number(rows[0]?.count);
}

/** What must be the same however often the work was interrupted: the articles and their topics. */
async function outcome(db: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    SELECT items.guid || ' ' || coalesce((SELECT string_agg(topic, '+' ORDER BY topic) FROM matches m WHERE m.article_id = items.article_id), '-') AS line
    FROM items ORDER BY 1`.execute(db);
  return rows.map((row) => row.line);
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  await gone;
}

describe.each(backends)('killed again and again, queues on $name', ({ redisUrl }) => {
  test(`after ${KILLS} SIGKILLs every item and every alert is there once`, { timeout: 600_000 }, async () => {
    const articles = labelledArticles().slice(0, ARTICLES);
    await using outlet = await loopbackOutlet(articles, 4);
    await using receiver = await webhookReceiver();
    await using database = await testDatabase();
    const { db } = database;
    await addFeeds(
      db,
      outlet.feeds.map((url) => ({ url, outlet: new URL(url).host, origin: 'cli', backfillAgeSeconds: 0 })),
    );

    // The instants of the kills come from a fixed seed, so that a failure can be repeated.
    const random = mulberry32(2_026);
    let given = 0;
    // A child spends most of its time on compiling its modules; with a shared compile cache it does not repeat that.
    const compiled = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-compiled-'));
    const start = () => {
      const child = spawn(
        process.execPath,
        ['test/support/crash-child.ts', database.url, redisUrl ?? '', receiver.url],
        {
          detached: true,
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
          env: { ...process.env, NODE_COMPILE_CACHE: compiled },
        },
      );
      return { child, ready: once(child, 'message') };
    };
    let next = start();
    for (let kill = 0; kill < KILLS; kill++) {
      const { child, ready } = next;
      await ready;
      child.send('go');
      if (kill + 1 < KILLS) next = start();
      await new Promise((resolve) => setTimeout(resolve, 600 + random() * 3_000));
      await killed(child);
      // These deaths are not caused by the work; what happens to work that kills processes has tests of its own.
      for (const table of ['feeds', 'items', 'deliveries'])
        await sql`UPDATE ${sql.table(table)} SET started = 0 WHERE started > 0`.execute(db);
      // Later kills would test nothing once all work is done, so some of it is made due again, as an edited entry
      // would.
      if ((await unfinished(db)) === 0) {
        await sql`UPDATE items SET state = 'new', due_at = now() WHERE id % 3 = ${kill % 3}`.execute(db);
        given += 1;
      }
    }
    await rm(compiled, { recursive: true, force: true });
    {
      await using _running = await runPipeline({
        databaseUrl: database.url,
        redisUrl,
        channels: [openChannel({ kind: 'webhook', timeoutSeconds: 5, name: 'hook', url: receiver.url })],
        settings: { lease: 3 },
        lockMs: 2_000,
      });
      await expect.poll(() => unfinished(db), { timeout: 300_000, interval: 500 }).toBe(0);
    }

    await using reference = await testDatabase();
    {
      await using quiet = await webhookReceiver();
      await using _running = await runPipeline({
        databaseUrl: reference.url,
        redisUrl,
        channels: [openChannel({ kind: 'webhook', timeoutSeconds: 5, name: 'hook', url: quiet.url })],
        feeds: outlet.feeds,
      });
      await expect.poll(() => unfinished(reference.db), { timeout: 120_000, interval: 500 }).toBe(0);
    }
    expect(await outcome(db)).toEqual(await outcome(reference.db));
    expect(await outcome(db)).toHaveLength(ARTICLES);

    const { rows } = await sql<{ stories: string; told: string; alerts: string; deliveries: string }>`
      SELECT (SELECT count(DISTINCT a.story_id) FROM articles a JOIN matches m ON m.article_id = a.id
               WHERE m.level = 'sure') AS stories,
             (SELECT count(DISTINCT story_id) FROM alerts WHERE development = 'first') AS told,
             (SELECT count(*) FROM alerts) AS alerts,
             (SELECT count(*) FROM deliveries WHERE state = 'delivered') AS deliveries`.execute(db);
    const counts = Object.fromEntries(Object.entries(rows[0]!).map(([key, value]) => [key, Number(value)]));
    expect(counts['stories']).toBeGreaterThan(10);
    // Stories with only possible matches are stored and not alerted.
    expect(counts['told']).toBe(counts['stories']);
    expect(counts['deliveries']).toBe(counts['alerts']);
    const lost = counts['deliveries']! - receiver.seen.size;
    const twice = [...receiver.seen.values()].filter((times) => times > 1).length;
    console.log(
      `killed ${KILLS} times (work given back ${given} times): ${ARTICLES} items, ${counts['alerts']} alerts; lost ${lost}, seen twice by the receiver ${twice}`,
    );
    expect(lost).toBe(0);
  });
});
