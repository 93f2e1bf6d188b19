import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { doctorCommand } from '../../src/cli/doctor.ts';
import { feedsCommand } from '../../src/cli/feeds/feeds.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { recordAlive } from '../../src/io/store/liveness.ts';
import { type TestCli, testCli } from '../support/cli.ts';

let cli: TestCli;
beforeAll(async () => {
  cli = await testCli(() => [doctorCommand(), feedsCommand()]);
});
afterAll(async () => {
  await cli[Symbol.asyncDispose]();
});

const URLS = Array.from({ length: 20 }, (_, index) => `https://outlet-${index}.example/feed`);

/** Twenty feeds that were polled a minute ago, and a service that was alive just now. */
beforeEach(async () => {
  const now = new Date();
  await addFeeds(
    cli.db,
    URLS.map((url) => ({ url, outlet: url, origin: 'config' })),
  );
  await cli.db
    .updateTable('feeds')
    .set({
      polled_at: now,
      succeeded_at: now,
      fetch_error: null,
      failures: 0,
      next_poll_at: new Date(now.getTime() + 300_000),
    })
    .execute();
  for (const role of ['feeds', 'articles', 'deliveries']) await recordAlive(cli.db, role, now);
});

test('all is well', async () => {
  const { code, stdout } = await cli.run('doctor');
  expect(stdout).not.toContain('✗');
  expect(code).toBe(0);
});

test('the network is gone: no feed was ever reached', async () => {
  await cli.db
    .updateTable('feeds')
    .set({ succeeded_at: null, fetch_error: 'dns', last_error: 'The name could not be looked up.' })
    .execute();
  const { code, stdout } = await cli.run('doctor');
  expect(stdout).toMatch(/✗ polls: 20 feeds active: 20 unreachable/);
  expect(code).toBe(1);
  const listed = await cli.json<{ state: string }[]>('feeds', 'list');
  expect(new Set(listed.map((feed) => feed.state))).toEqual(new Set(['unreachable']));
});

test('a route on a topic that does not exist', async () => {
  const whole = await readFile(cli.config, 'utf8');
  await writeFile(
    cli.config,
    whole.replace('- name: everything', '- name: everything\n    topics: [chip_bann]'),
  );
  try {
    const { code, stdout } = await cli.run('doctor');
    expect(stdout).toMatch(
      /✗ routes: .*topics\[0\]: there is no topic "chip_bann"; did you mean "chip_ban"\?/,
    );
    expect(code).toBe(1);
  } finally {
    await writeFile(cli.config, whole);
  }
});

test('a feed that failed once is no problem', async () => {
  await cli.db.updateTable('feeds').set({ failures: 1 }).where('url', '=', URLS[0]!).execute();
  const { code, stdout } = await cli.run('doctor');
  expect(stdout).toMatch(/• polls: .*1 failing/);
  expect(code).toBe(0);
});

test('the service has stopped', async () => {
  await recordAlive(cli.db, 'articles', new Date(Date.now() - 300_000));
  const { code, stdout } = await cli.run('doctor');
  expect(stdout).toMatch(/✗ service: not running: .*articles since/);
  expect(code).toBe(1);
});

test('the clock was set back', async () => {
  await recordAlive(cli.db, 'feeds', new Date(Date.now() + 400 * 86_400_000));
  const { code, stdout } = await cli.run('doctor');
  expect(stdout).toMatch(/✗ clock: .*has jumped/);
  expect(code).toBe(1);
});

test('an item was given up', async () => {
  const { id } = await cli.db.selectFrom('feeds').select('id').limit(1).executeTakeFirstOrThrow();
  const now = new Date();
  await cli.db
    .insertInto('items')
    .values({
      feed_id: id,
      guid: 'g',
      url: 'https://a.example/1',
      url_key: 'a.example/1',
      title: 'T',
      entry_hash: 'h',
      state: 'failed',
      first_seen_at: now,
      last_seen_at: now,
    })
    .execute();
  const { code, stdout } = await cli.run('doctor');
  expect(stdout).toMatch(/✗ items: 1 given up/);
  expect(code).toBe(1);
});

test('the database can be read, but a write waits without end', async () => {
  const released = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holding = cli.db.transaction().execute(async (tx) => {
    // As the row does when a commit waits for a standby that is gone.
    await sql`LOCK TABLE pulses IN EXCLUSIVE MODE`.execute(tx);
    held.resolve();
    await released.promise;
  });
  await held.promise;
  try {
    const { code, stdout } = await cli.run('doctor');
    expect(stdout).toMatch(/✗ writes: no answer within 5 seconds\n +→ .*synchronous_standby_names/);
    expect(stdout).toMatch(/✓ clock: /);
    expect(code).toBe(1);
  } finally {
    released.resolve();
    await holding;
  }
});

test.each(['feeds', 'items', 'deliveries'])(
  'the table %s cannot be read: all else is examined',
  async (table) => {
    await sql`ALTER TABLE ${sql.id(table)} RENAME TO hidden`.execute(cli.db);
    try {
      const { code, stdout } = await cli.run('doctor');
      expect(stdout).toContain(`relation "${table}" does not exist`);
      // The last check of all.
      expect(stdout).toMatch(/clock: /);
      expect(code).toBe(1);
    } finally {
      await sql`ALTER TABLE hidden RENAME TO ${sql.id(table)}`.execute(cli.db);
    }
  },
);

test('a cache that cannot be used is a note with what to do', async () => {
  const before = process.env['XDG_CACHE_HOME'];
  process.env['XDG_CACHE_HOME'] = path.join(cli.config, 'below-a-file');
  try {
    const { stdout } = await cli.run('doctor');
    expect(stdout).toMatch(
      /cache: each start compiles the topics anew, because nothing can be kept \(.*a part of its path is a file/,
    );
    expect(stdout).toContain('set XDG_CACHE_HOME to a directory that this user alone may write to');
    expect(stdout).not.toMatch(/✗ cache/);
  } finally {
    if (before === undefined) delete process.env['XDG_CACHE_HOME'];
    else process.env['XDG_CACHE_HOME'] = before;
  }
});
