import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { expect, test } from 'vitest';
import { openStore } from '../../src/service/open-store.ts';
import { removeDatabase } from '../support/remove-database.ts';
import { sampleConfig, startService } from '../support/service-process.ts';
import { startingPostgres } from '../support/starting-postgres.ts';

test('a start waits for a server that reads its log again, and says so; a command does not wait', {
  timeout: 120_000,
}, async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-starting-'));
  try {
    const server = await startingPostgres(directory);
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    const config = {
      database: { maxConnections: 2, directory: 'unused', giveUpAfter: 60 },
      databaseUrl: server.url,
    };
    await expect(openStore(config, log)).rejects.toThrow('it is starting or stopping');
    expect(lines).toEqual([]);

    let isOpen = false;
    const opening = openStore(config, log, 'steps', 60_000).then((store) => {
      isOpen = true;
      return store;
    });
    await expect.poll(() => lines.length, { timeout: 20_000 }).toBe(1);
    expect(lines[0]).toContain('"database.starting"');
    expect(isOpen).toBe(false);
    await server.finish();
    const store = await opening;
    const { rows } = await sql`SELECT 1 AS one`.execute(store.db);
    expect(rows).toEqual([{ one: 1 }]);
    await store.close();
    await (await server.started).close();
  } finally {
    await removeDatabase(directory);
  }
});

test('a start that waits stops at the first signal', { timeout: 120_000 }, async () => {
  await using config = await sampleConfig('log: { format: json }');
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-starting-'));
  try {
    const server = await startingPostgres(directory);
    await using service = startService('deliveries', {
      CHIPWATCH_CONFIG: config.file,
      DATABASE_URL: server.url,
    });
    await service.seen('stderr', /"database.starting"/);
    expect(await service.stop('SIGTERM')).toBe(0);
    expect(service.output.stderr).toContain('"service.stopped"');
    await server.finish();
    await (await server.started).close();
  } finally {
    await removeDatabase(directory);
  }
});
