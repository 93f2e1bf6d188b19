import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Channel } from '../src/io/channels/channel.ts';
import { backupLines } from '../src/io/store/backup/backup.ts';
import { type Database, openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { startEmbeddedPostgres } from '../src/io/store/postgres/embedded-postgres.ts';
import { recordTables } from '../src/io/store/backup/record-tables.ts';
import { restoreLines } from '../src/io/store/backup/restore.ts';
import { insertAlerts } from '../test/support/deliver-rows.ts';
import { removeDatabase } from '../test/support/remove-database.ts';
import { runPipeline } from '../test/support/run-pipeline.ts';

// Copies a database of many generated articles from one server to another through a backup file, and then runs the
// second server's service for a while. The rows must be equal, and nothing that had been sent may be sent again.
const { values } = parseArgs({
  options: { articles: { type: 'string', default: '100000' }, alerts: { type: 'string', default: '2000' } },
});
const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-backup-'));
const servers = [];
for (const name of ['from', 'to'])
  servers.push(await startEmbeddedPostgres({ directory: path.join(directory, name) }));
const [from, to] = servers.map(({ url }) =>
  openDatabase(url, { work: 'long', maxConnections: 4, onError: () => {} }),
) as [Database, Database];

async function counts(db: Database): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name } of await recordTables(db)) {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(db);
    found[name] = rows[0]?.n ?? 0;
  }
  return found;
}

/** The rows that a reader of the database would see. */
async function fingerprint(db: Database): Promise<string> {
  const { rows } = await sql<{ print: string }>`
    SELECT md5(string_agg(line, '' ORDER BY line)) AS print FROM (
      SELECT md5(a.canonical_url || a.title || a.text || coalesce(a.story_id::text, '')) AS line FROM articles a
      UNION ALL SELECT md5(d.id::text || d.state || d.subject) FROM deliveries d) AS lines`.execute(db);
  return rows[0]?.print ?? '';
}

try {
  await migrate(from);
  await insertAlerts(from, { count: Number(values.alerts) });
  await sql`UPDATE deliveries SET state = 'delivered', delivered_at = now(), answer = 'HTTP 204'`.execute(
    from,
  );
  await sql`
    INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag,
                          language_confidence, confidence, via, reported_at, fetched_at)
    SELECT 'https://old.example/' || n, 'https://old.example/' || n, 'Old', 'Report ' || n,
           repeat('The ferry of quarter ' || n || ' left the quiet port on time. ', 40), md5(n::text), 'eng', 'en', 1, 1, 'dom',
           now() - n * interval '1 minute', now() - n * interval '1 minute'
      FROM generate_series(1, ${Number(values.articles)}::int) AS n`.execute(from);
  await sql`VACUUM ANALYZE`.execute(from);

  const file = path.join(directory, 'record.gz');
  const began = performance.now();
  async function* lines(): AsyncGenerator<string> {
    for await (const line of backupLines(from, new Date())) yield `${line}\n`;
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  const written = performance.now();
  await restoreLines(to, createInterface({ input: createReadStream(file).pipe(createGunzip()) }));
  const restored = performance.now();

  const [before, after] = [await counts(from), await counts(to)];
  const isSame =
    JSON.stringify(before) === JSON.stringify(after) && (await fingerprint(from)) === (await fingerprint(to));
  let sent = 0;
  const channel: Channel = {
    name: 'hook',
    kind: 'webhook',
    maxStories: 10,
    async send() {
      sent += 1;
      return { status: 'delivered', answer: '204' };
    },
  };
  {
    await using _running = await runPipeline({
      databaseUrl: servers[1]!.url,
      redisUrl: undefined,
      channels: [channel],
    });
    await pause(10_000);
  }
  console.log(
    `${before['articles']} articles, ${before['alerts']} alerts: written in ${((written - began) / 1_000).toFixed(0)} s (${((await stat(file)).size / 2 ** 20).toFixed(0)} MB), restored in ${((restored - written) / 1_000).toFixed(0)} s, resident at most ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`,
  );
  console.log(`rows of ${Object.keys(before).length} tables the same: ${isSame}; sent again: ${sent}`);
  if (!isSame || sent > 0) process.exitCode = 1;
} finally {
  await from.destroy();
  await to.destroy();
  for (const server of servers) await server.close();
  for (const name of ['from', 'to']) await removeDatabase(path.join(directory, name));
  await rm(directory, { recursive: true, force: true });
}
