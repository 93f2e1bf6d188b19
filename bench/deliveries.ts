import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { deliveryCounts, insertAlerts } from '../test/support/deliver-rows.ts';
import type { StatementCounts } from '../test/support/count-statements.ts';
import { webhookReceiver } from '../test/support/webhook-receiver.ts';
import { cpuForEach, cpuInWords, cpuParts } from './support/cpu-parts.ts';
import { benchServers, printForBackends } from './support/bench-servers.ts';

// Measures deliveries from the outbox to a webhook on loopback by one process that only delivers, on both queue
// backends.
const { values } = parseArgs({ options: { alerts: { type: 'string', default: '5000' } } });
const count = Number(values.alerts);

await using server = await benchServers({ redis: true });
const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-bench-'));
console.log(`${count} alerts, ${os.availableParallelism()} cores, Node ${process.version}`);
const bare = await barePosts();
console.log(
  `bare posts, four at a time: ${Math.round(bare.rate)} a second, ${bare.cpu.toFixed(2)} ms of CPU each`,
);
await printForBackends(server, run);
await rm(directory, { recursive: true, force: true });

/** `rate`: posts a second; `cpu`: milliseconds for each. */
async function barePosts(): Promise<{ readonly rate: number; readonly cpu: number }> {
  await using receiver = await webhookReceiver();
  const child = fork(new URL('./support/bare-posts-process.ts', import.meta.url), [
    receiver.url,
    String(count),
  ]);
  const [measured] = (await once(child, 'message')) as [{ rate: number; cpu: number }];
  return measured;
}

async function run(name: string, redisUrl: string | undefined): Promise<Record<string, string | number>> {
  const database = `bench_${name.toLowerCase()}`;
  const admin = openDatabase(server.url, { maxConnections: 1, onError: () => {} });
  await sql`CREATE DATABASE ${sql.id(database)}`.execute(admin);
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  const db = openDatabase(url.href, { maxConnections: 2, onError: () => {} });
  await using receiver = await webhookReceiver();
  try {
    await migrate(db);
    await insertAlerts(db, { count });
    await sql`ANALYZE`.execute(db);
    const child = fork(new URL('./support/delivery-process.ts', import.meta.url), [
      url.href,
      redisUrl ?? '',
      receiver.url,
      path.join(directory, name),
    ]);
    // The time to start the process is not measured.
    while (receiver.seen.size === 0) await pause(20);
    const [from, commits] = [performance.now(), await committed()];
    const before = cpuParts([child], server, undefined);
    const first = (await deliveryCounts(db)).delivered;
    while ((await deliveryCounts(db)).delivered < count) await pause(200);
    const seconds = (performance.now() - from) / 1_000;
    const transactions = (await committed()) - commits;
    const cpu = cpuForEach(before, cpuParts([child], server, undefined), count - first);
    console.log(`${name}, CPU ms a delivery: ${cpuInWords(cpu)}`);
    child.send('report');
    const [statements] = (await once(child, 'message')) as [StatementCounts];
    child.kill('SIGKILL');
    return {
      'deliveries/s': Math.round((count - first) / seconds),
      'of bare': Number(((count - first) / seconds / bare.rate).toFixed(2)),
      // Of the process alone.
      'by CPU': Number((bare.cpu / (cpu.main + cpu.engine)).toFixed(2)),
      seconds: Number(seconds.toFixed(1)),
      'statements each': Number((statements.steps / count).toFixed(2)),
      'of the queue': Number((statements.queue / count).toFixed(2)),
      'transactions each': Number((transactions / (count - first)).toFixed(1)),
      'seen twice': [...receiver.seen.values()].filter((times) => times > 1).length,
    };
  } finally {
    await db.destroy();
    await admin.destroy();
  }

  /** Committed transactions of this database since its start, including the benchmark's own. */
  async function committed(): Promise<number> {
    await sql`SELECT pg_stat_clear_snapshot()`.execute(db);
    const { rows } = await sql<{ commits: string }>`
      SELECT xact_commit AS commits FROM pg_stat_database WHERE datname = ${database}`.execute(db);
    return Number(rows[0]?.commits);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
