import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/io/store/database.ts';
import { syncFeeds } from '../../src/io/store/feeds/feeds.ts';
import { listProcesses, recordProcess, type RunningProcess } from '../../src/io/store/processes.ts';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { checkRemovals } from '../../src/service/check-removals.ts';
import { examineProcesses } from '../../src/service/doctor/examine-processes.ts';
import { queueNames } from '../../src/service/queue-names.ts';
import { keepRecorded, listStrangers, thisProcess } from '../../src/service/record-process.ts';
import { testDatabase } from '../support/database.ts';
import { freshDatabase, type TestDatabase } from '../support/fresh-database.ts';

// Two services with different configurations, on one database or on one Redis.

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database[Symbol.asyncDispose]());

const START = new Date('2026-11-29T12:00:00Z');
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

function processOn(file: string, feeds: readonly string[], changes: Partial<RunningProcess> = {}) {
  const config = { file, routes: [], channels: [] };
  const listed = feeds.map((url) => ({ url }));
  return { ...thisProcess(config, listed as never, ['export-controls'], true), startedAt: START, ...changes };
}

const FEEDS = ['https://a.example/feed', 'https://b.example/feed'];
const first = processOn('/etc/first.yaml', FEEDS, { id: 'process 1 on alpha' });
const second = processOn('/etc/second.yaml', ['https://c.example/feed'], {
  id: 'process 1 on beta',
  startedAt: later(5),
});

test('processes with the same settings agree, wherever their files are and in whatever order they list feeds', async () => {
  await recordProcess(database.db, first, later(1));
  await recordProcess(
    database.db,
    processOn('/opt/copy.yaml', FEEDS.toReversed(), { id: 'process 2 on alpha' }),
    later(1),
  );
  expect(await examineProcesses(database.db, later(1))).toMatchObject({
    state: 'ok',
    says: '2 processes running',
  });
});

test('another configuration is noted, and is a fault after ten minutes', async () => {
  for (const minutes of [5, 6, 16]) {
    await recordProcess(database.db, first, later(minutes));
    await recordProcess(database.db, second, later(minutes));
    const finding = await examineProcesses(database.db, later(minutes));
    expect(finding.state).toBe(minutes === 16 ? 'bad' : 'note');
    expect(finding.says).toContain(
      'process 1 on alpha (/etc/first.yaml), process 1 on beta (/etc/second.yaml)',
    );
  }
});

test('a process that has ended, or whose record is old, is no other configuration', async () => {
  const stop = keepRecorded(database.db, first, pino({ level: 'silent' }));
  await expect.poll(() => listProcesses(database.db, new Date())).toHaveLength(1);
  await stop();
  expect(await listProcesses(database.db, new Date())).toEqual([]);
  await recordProcess(database.db, second, START);
  expect(await listStrangers(database.db, first, later(1))).toHaveLength(1);
  expect(await listStrangers(database.db, first, later(2))).toEqual([]);
});

test('a running process is told of another configuration once', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  await recordProcess(database.db, second, new Date());
  const stop = keepRecorded(database.db, first, log);
  await expect.poll(() => lines).toHaveLength(1);
  await stop();
  expect(lines[0]).toContain('process 1 on beta (/etc/second.yaml)');
});

test('a process is told how many on its machine read articles', async () => {
  const now = new Date();
  const here = processOn('/etc/first.yaml', FEEDS);
  const beside = (pid: number, changes: Partial<RunningProcess> = {}) =>
    recordProcess(database.db, { ...here, id: `process ${pid} on ${os.hostname()}`, ...changes }, now);
  await beside(1);
  await beside(2, { readsArticles: false });
  await recordProcess(database.db, first, now);
  const told: number[] = [];
  const stop = keepRecorded(database.db, here, pino({ level: 'silent' }), (count) => void told.push(count));
  await expect.poll(() => told).toEqual([2]);
  await stop();
});

test('a second service that would remove the feeds of the first is refused, and told whose they are', async () => {
  const listed = FEEDS.map((url) => ({ url, outlet: 'The Ledger', origin: 'config' as const }));
  await syncFeeds(database.db, 'config', listed);
  const config = { file: '/etc/second.yaml', feeds: { allowRemoval: false } };
  await expect(checkRemovals(database.db, config as never, [], [first])).rejects.toThrow(
    /would remove 2 of 2 watched feeds.*watched by process 1 on alpha, which runs with \/etc\/first\.yaml: .*a database of its own/,
  );
});

const server = inject('redisUrl');

test.skipIf(server === undefined)('services with databases of their own do not share jobs', async () => {
  await using other = await testDatabase();
  const backends = await Promise.all(
    [database, other].map(async ({ db, url }) =>
      openQueueBackend({
        redisUrl: server,
        databaseUrl: url,
        ...(await queueNames(db)),
        onError: () => {},
      }),
    ),
  );
  const [queue, others] = backends.map((backend) => backend.queue('articles', {}));
  const jobId = `item-${randomBytes(3).toString('hex')}`;
  await queue!.add('read', {}, { jobId });
  expect(await others!.getJobCountByTypes('waiting')).toBe(0);
  await others!.add('read', {}, { jobId });
  expect(await queue!.getJobCountByTypes('waiting')).toBe(1);
  // The same database has the same queues, also for a process that connects anew.
  expect(await queueNames(database.db)).toEqual(await queueNames(database.db));
  for (const one of [queue!, others!]) {
    await one.obliterate({ force: true });
    await one.close();
  }
  for (const backend of backends) await backend.close();
});

test('services whose tables lie in two schemas of one database do not share jobs', async () => {
  await using shared = await freshDatabase(inject('databaseUrl'), 'empty');
  const urlOf = (schema: string) => {
    const url = new URL(shared.url);
    url.searchParams.set('options', `-c search_path=${schema}`);
    return url.href;
  };
  const open = async (schema: string) => {
    const db = openDatabase(urlOf(schema), { maxConnections: 1, onError: () => {} });
    await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(db);
    const backend = await openQueueBackend({
      redisUrl: undefined,
      databaseUrl: urlOf(schema),
      ...(await queueNames(db)),
      onError: () => {},
    });
    return { queue: backend.queue('articles', {}), close: () => backend.close(), db };
  };
  const services = [await open('public'), await open('Second')];
  const [first, other] = services.map(({ queue }) => queue);
  await first!.add('read', {}, { jobId: 'item-17' });
  expect(await first!.getJobCountByTypes('waiting')).toBe(1);
  expect(await other!.getJobCountByTypes('waiting')).toBe(0);
  for (const { queue, close, db } of services) {
    await queue.close();
    await close();
    await db.destroy();
  }
});
