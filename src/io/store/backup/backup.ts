import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { ranMigrations } from '../migrate.ts';
import { type RecordTable, recordTables } from './record-tables.ts';

/** The first line of a backup. */
export interface BackupHead {
  readonly chipwatch: 'backup';
  /** Version of the file format, not of the program. */
  readonly format: 1;
  readonly made: string;
  /** Migrations that had run. A restore brings an empty database to the same state before it fills it. */
  readonly migrations: readonly string[];
}

/** The last line. A file without it was cut off. */
export interface BackupEnd {
  readonly end: true;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The last number that the identity column of each table has given out. */
  readonly numbers: Readonly<Record<string, string>>;
}

/** Rows fetched at a time. The largest rows, articles, are a few kilobytes each. */
const BATCH = 500;

/** The lock that Kysely holds while it migrates. */
const MIGRATION_LOCK = '3853314791062309107';

/**
 * Begins the transaction of a backup, and keeps migrations away until `end`. A migration that rewrites a table would
 * make it look empty to the backup. One that runs already is waited for.
 */
async function beginBackup(db: Database) {
  const transaction = await db.startTransaction().execute();
  await sql`SELECT pg_advisory_lock_shared(${sql.lit(MIGRATION_LOCK)}::bigint)`.execute(transaction);
  // The snapshot must be of after the lock. The lock belongs to the session.
  await sql`ROLLBACK`.execute(transaction);
  await sql`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`.execute(transaction);
  return {
    transaction,
    async end() {
      try {
        await sql`ROLLBACK`.execute(transaction);
        await sql`SELECT pg_advisory_unlock_shared(${sql.lit(MIGRATION_LOCK)}::bigint)`.execute(transaction);
      } finally {
        await transaction.rollback().execute();
      }
    },
  };
}

/**
 * The whole record as JSON Lines: a head, `["table",{row}]` for each row, an end. All of it is read in one
 * transaction that sees one instant, so the service may go on meanwhile. Rows are copied as the database prints them,
 * so that no number is rounded.
 *
 * @param db opened for long work
 */
export async function* backupLines(db: Database, now: Date): AsyncGenerator<string> {
  const { transaction, end: endTransaction } = await beginBackup(db);
  try {
    const head: BackupHead = {
      chipwatch: 'backup',
      format: 1,
      made: now.toISOString(),
      migrations: await ranMigrations(transaction),
    };
    yield JSON.stringify(head);
    const rows: Record<string, number> = {};
    const numbers: Record<string, string> = {};
    for (const table of await recordTables(transaction)) {
      let count = 0;
      for await (const row of rowsOf(transaction, table)) {
        yield `[${JSON.stringify(table.name)},${row}]`;
        count += 1;
      }
      rows[table.name] = count;
      const number = await lastNumber(transaction, table);
      if (number !== undefined) numbers[table.name] = number;
    }
    const end: BackupEnd = { end: true, rows, numbers };
    yield JSON.stringify(end);
  } finally {
    await endTransaction();
  }
}

async function* rowsOf(db: Database, table: RecordTable): AsyncGenerator<string> {
  const order =
    table.key.length === 0 ? sql`` : sql`ORDER BY ${sql.join(table.key.map((name) => sql.ref(name)))}`;
  await sql`DECLARE backup NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${sql.table(table.name)} AS t ${order}`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<{ row: string }>`FETCH ${sql.lit(BATCH)} FROM backup`.execute(db);
    for (const { row } of rows) yield row;
    if (rows.length < BATCH) break;
  }
  await sql`CLOSE backup`.execute(db);
}

async function lastNumber(db: Database, { name, identity }: RecordTable): Promise<string | undefined> {
  if (identity === undefined) return undefined;
  const { rows } = await sql<{ last: string | null }>`
    SELECT last_value::text AS last FROM pg_sequences
     WHERE schemaname = current_schema()
       AND pg_get_serial_sequence(${name}, ${identity}) = format('%I.%I', schemaname, sequencename)`.execute(
    db,
  );
  return rows[0]?.last ?? undefined;
}
