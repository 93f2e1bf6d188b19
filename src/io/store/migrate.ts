import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Database, openDatabase, openedWith } from './database.ts';
import * as initial from './migrations/001-initial.ts';
import * as itemIdentity from './migrations/002-item-identity.ts';
import * as pageClaims from './migrations/003-page-claims.ts';
import * as confidence from './migrations/004-confidence.ts';
import * as attemptsAndTurns from './migrations/005-attempts-and-turns.ts';
import * as pulses from './migrations/006-pulses.ts';
import * as retention from './migrations/008-retention.ts';
import * as consoleTables from './migrations/012-console.ts';
import * as storyLists from './migrations/013-story-lists.ts';
import * as search from './migrations/014-search.ts';
import * as topicVersions from './migrations/015-topic-versions.ts';
import * as consoleLists from './migrations/016-console-lists.ts';
import * as queuedDeliveries from './migrations/022-queued-deliveries.ts';
import * as itemTraces from './migrations/021-item-traces.ts';
import * as knownBrowsers from './migrations/024-known-browsers.ts';
import * as fasterLists from './migrations/025-faster-lists.ts';
import * as searchPeriods from './migrations/027-search-periods.ts';
import * as matchGrounds from './migrations/030-match-grounds.ts';
import * as archiveTasks from './migrations/034-archive-tasks.ts';
import * as hostRefusals from './migrations/035-host-refusals.ts';
import * as bundleParts from './migrations/036-bundle-parts.ts';
import * as processes from './migrations/033-processes.ts';
import * as refusedRecipients from './migrations/031-refused-recipients.ts';
import * as goneFeeds from './migrations/032-gone-feeds.ts';
import * as shortPendingLists from './migrations/037-short-pending-lists.ts';
import * as storyKeysByTime from './migrations/038-story-keys-by-time.ts';
import * as roomForPolls from './migrations/039-room-for-polls.ts';
import * as smallerItemIndexes from './migrations/040-smaller-item-indexes.ts';
import * as costOfStoryKeys from './migrations/041-cost-of-story-keys.ts';
import * as roomForDeliveries from './migrations/042-room-for-deliveries.ts';
import * as storyKeysOfAll from './migrations/043-story-keys-of-all.ts';
import * as narrowItemIndexes from './migrations/044-narrow-item-indexes.ts';
import * as membersById from './migrations/045-members-by-id.ts';
import * as readingProcesses from './migrations/046-reading-processes.ts';
import { besideNoRestore } from './backup/restore-lock.ts';

/** Migrations by name, in order; one that has run is never edited. */
const MIGRATIONS = {
  '001-initial': initial,
  '002-item-identity': itemIdentity,
  '003-page-claims': pageClaims,
  '004-confidence': confidence,
  '005-attempts-and-turns': attemptsAndTurns,
  '006-pulses': pulses,
  '008-retention': retention,
  '012-console': consoleTables,
  '013-story-lists': storyLists,
  '014-search': search,
  '015-topic-versions': topicVersions,
  '016-console-lists': consoleLists,
  '021-item-traces': itemTraces,
  '022-queued-deliveries': queuedDeliveries,
  '024-known-browsers': knownBrowsers,
  '025-faster-lists': fasterLists,
  '027-search-periods': searchPeriods,
  '030-match-grounds': matchGrounds,
  '031-refused-recipients': refusedRecipients,
  '032-gone-feeds': goneFeeds,
  '033-processes': processes,
  '034-archive-tasks': archiveTasks,
  '035-host-refusals': hostRefusals,
  '036-bundle-parts': bundleParts,
  '037-short-pending-lists': shortPendingLists,
  '038-story-keys-by-time': storyKeysByTime,
  '039-room-for-polls': roomForPolls,
  '040-smaller-item-indexes': smallerItemIndexes,
  '041-cost-of-story-keys': costOfStoryKeys,
  '042-room-for-deliveries': roomForDeliveries,
  '043-story-keys-of-all': storyKeysOfAll,
  '044-narrow-item-indexes': narrowItemIndexes,
  '045-members-by-id': membersById,
  '046-reading-processes': readingProcesses,
};

/** A migration failed; the message names it. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the tables up to date and returns the names of the migrations that ran.
 * Kysely takes an advisory lock, so that several processes may start at once.
 *
 * @throws MigrationError, also while a backup is restored into the database
 */
export async function migrate(db: Database): Promise<string[]> {
  const opened = openedWith(db);
  if (opened === undefined) throw new MigrationError('this is no database that was opened here');
  if (opened.work === 'long') return migratePatiently(db);
  // Migrations may take longer than the time-outs of the pipeline's connections allow.
  const patient = openDatabase(opened.url, { work: 'long', maxConnections: 2, onError: () => {} });
  try {
    return await migratePatiently(patient);
  } finally {
    await patient.destroy();
  }
}

async function migratePatiently(db: Database): Promise<string[]> {
  return besideNoRestore(
    db,
    (reason) => new MigrationError(reason),
    (held) => migrateWith(held),
  );
}

/** The names of the migrations that the database has run, in order; empty for a new database. */
export async function ranMigrations(db: Database): Promise<string[]> {
  const { rows } = await sql<{
    there: boolean;
  }>`SELECT to_regclass('kysely_migration') IS NOT NULL AS there`.execute(db);
  if (rows[0]?.there !== true) return [];
  const ran = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db);
  return ran.rows.map(({ name }) => name);
}

/**
 * Runs the migrations up to the last of `names`, or all of them.
 *
 * @throws MigrationError, also when the database, or `names`, holds a migration of a newer program
 */
export async function migrateWith(db: Database, names?: readonly string[]): Promise<string[]> {
  const ran = await ranMigrations(db);
  const unknown = [...ran, ...(names ?? [])].filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length > 0)
    throw new MigrationError(
      `the record was written by a newer chipwatch (it has run ${unknown.join(', ')}): update this program; a record is never taken back`,
    );
  // The migrator takes a lock, which a backup keeps from it. A start with nothing to migrate must not wait for that.
  if (names === undefined && Object.keys(MIGRATIONS).every((name) => ran.includes(name))) return [];
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    // Installations that follow the main branch may have run a later number before an earlier one existed; such
    // migrations touch different tables.
    allowUnorderedMigrations: true,
  });
  const last = names?.at(-1);
  const { error, results } = await (last === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(last));
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    const cause = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`migration ${failed ?? '(before the first)'} failed: ${cause}`, {
      cause: error,
    });
  }
  return (results ?? []).map((result) => result.migrationName);
}
