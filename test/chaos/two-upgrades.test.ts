import { inject, expect, test } from 'vitest';
import { openDatabase } from '../../src/io/store/database.ts';
import { migrateWith, ranMigrations } from '../../src/io/store/migrate.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { sampleConfig, startService } from '../support/service-process.ts';

test('processes of a new version that start together on an old database upgrade it once', {
  timeout: 180_000,
}, async () => {
  await using database = await freshDatabase(inject('databaseUrl'), 'empty');
  const patient = openDatabase(database.url, { work: 'long', maxConnections: 2, onError: () => {} });
  const old = await migrateWith(patient, ['001-initial', '015-topic-versions']);
  await patient.destroy();
  await using config = await sampleConfig('log: { format: json }');
  const environment = { CHIPWATCH_CONFIG: config.file, DATABASE_URL: database.url };
  await using feeds = startService('feeds', environment);
  await using deliveries = startService('deliveries', environment);
  const both = [feeds, deliveries];
  await Promise.all(both.map((service) => service.seen('stderr', /"service.started"/, 120_000)));
  const upgrades = both.flatMap(({ output }) =>
    [...output.stderr.matchAll(/"database.migrated","migrations":(\[[^\]]*\])/g)].map(
      ([, names]) => JSON.parse(names!) as string[],
    ),
  );
  const ran = await ranMigrations(database.db);
  expect(upgrades).toEqual([ran.slice(old.length)]);
  expect(ran.length).toBeGreaterThan(old.length + 5);
  expect(await Promise.all(both.map((service) => service.stop('SIGTERM')))).toEqual([0, 0]);
});
