import { sql } from 'kysely';
import type { BackupEnd, BackupHead } from './backup.ts';
import type { Database } from '../database.ts';
import { migrateWith } from '../migrate.ts';
import { aloneInDatabase, isMarked, mark, unmark } from './restore-lock.ts';
import { type RecordTable, recordTables } from './record-tables.ts';

/**
 * The file is no backup, is damaged, or does not fit this program or database. The message says which, and what to
 * do.
 */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

/** Characters of rows that are sent in one statement. */
const BATCH_CHARACTERS = 4_000_000;

/**
 * Fills an empty database from the lines of `backupLines`, completely or not at all. The tables are migrated to the
 * state of the backup, filled, and then migrated to today's. Leases of workers are dropped. Until the end no process
 * can start on the database. A restore that was killed leaves no record: the next one begins anew.
 *
 * @param db opened for long work, on a database without chipwatch's tables
 * @returns rows of each table
 * @throws RestoreError
 */
export async function restoreLines(
  db: Database,
  lines: AsyncIterable<string>,
): Promise<Readonly<Record<string, number>>> {
  // Taken before anything is awaited: an interface of readline drops the lines that nobody waits for.
  const iterator = lines[Symbol.asyncIterator]();
  const isBusy = () =>
    new RestoreError(
      'A start of the service or another restore is under way on this database. Stop it, or restore into a new one.',
    );
  return aloneInDatabase(db, isBusy, (held) => restoreAlone(held, iterator));
}

async function restoreAlone(
  db: Database,
  iterator: AsyncIterator<string>,
): Promise<Readonly<Record<string, number>>> {
  const first = await iterator.next();
  const head = readHead(first.done === true ? '' : first.value);
  if (await isMarked(db)) await dropTables(db);
  const present = await tableNames(db);
  if (present.length > 0)
    throw new RestoreError(
      `The database is not empty: it has ${present.length} tables (${present.slice(0, 3).join(', ')}, …). Restore into a new one: set DATABASE_URL or database.directory to another place.`,
    );
  const last = head.migrations.at(-1);
  if (last === undefined)
    throw new RestoreError('The backup names no migrations: it was made of an empty database.');
  await mark(db);
  try {
    await migrateWith(db, head.migrations);
    const rows = await db.transaction().execute((tx) => fill(tx, { [Symbol.asyncIterator]: () => iterator }));
    await migrateWith(db);
    return rows;
  } catch (error) {
    // The database was empty before, and must be empty for the next attempt.
    await dropTables(db);
    throw error;
  }
}

function readHead(line: string): BackupHead {
  let head: Partial<BackupHead> = {};
  try {
    head = JSON.parse(line) as Partial<BackupHead>;
  } catch {
    // The error is raised below.
  }
  if (head.chipwatch !== 'backup' || !Array.isArray(head.migrations))
    throw new RestoreError(
      'This is no backup of chipwatch: its first line should begin with {"chipwatch":"backup".',
    );
  if (head.format !== 1)
    throw new RestoreError(
      `The backup has format ${String(head.format)}, this program reads format 1: use a newer chipwatch.`,
    );
  return head as BackupHead;
}

async function fill(tx: Database, lines: AsyncIterable<string>): Promise<Record<string, number>> {
  await unmark(tx);
  const tables = new Map((await recordTables(tx)).map((table) => [table.name, table]));
  const constraints = await dropForeignKeys(tx);
  // A migration may have inserted rows. The backup has them too.
  for (const { name } of tables.values()) await sql`DELETE FROM ${sql.table(name)}`.execute(tx);
  const rows: Record<string, number> = Object.fromEntries([...tables.keys()].map((name) => [name, 0]));
  let end: BackupEnd | undefined;
  let batch: { readonly table: RecordTable; readonly rows: string[]; size: number } | undefined;
  const flush = async () => {
    if (batch !== undefined) await insert(tx, batch.table, batch.rows);
    batch = undefined;
  };
  let number = 1;
  for await (const line of lines) {
    number += 1;
    if (line.startsWith('{')) {
      end = parsed(line, number) as BackupEnd;
      break;
    }
    const found = /^\["([a-z_]+)",(\{.*\})\]$/s.exec(line);
    const table = found === null ? undefined : tables.get(found[1] as string);
    if (found === null || table === undefined)
      throw new RestoreError(
        `Line ${number} is no row of a table that this program knows. Nothing was restored.`,
      );
    if (batch !== undefined && (batch.table !== table || batch.size > BATCH_CHARACTERS)) await flush();
    batch ??= { table, rows: [], size: 0 };
    batch.rows.push(found[2] as string);
    batch.size += line.length;
    rows[table.name] = (rows[table.name] ?? 0) + 1;
  }
  await flush();
  if (end?.end !== true)
    throw new RestoreError(
      `The backup is cut off after line ${number}. Nothing was restored; take an earlier one.`,
    );
  for (const [name, count] of Object.entries(end.rows))
    if (rows[name] !== count)
      throw new RestoreError(
        `Table ${name} should have ${count} rows, the file has ${rows[name] ?? 0}. Nothing was restored.`,
      );
  for (const [name, last] of Object.entries(end.numbers)) await numberFrom(tx, tables.get(name), last);
  await releaseLeases(tx);
  for (const constraint of constraints) await sql.raw(constraint).execute(tx);
  return rows;
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new RestoreError(`Line ${number} is not whole. Nothing was restored; take an earlier backup.`);
  }
}

async function insert(tx: Database, { name, columns }: RecordTable, rows: readonly string[]): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(name)} (${list}) OVERRIDING SYSTEM VALUE
    SELECT ${list} FROM jsonb_populate_recordset(NULL::${sql.table(name)}, ${`[${rows.join(',')}]`}::jsonb)`.execute(
    tx,
  );
}

/**
 * Drops foreign keys, because a row may name one that comes later. Returns the statements that add and check them
 * again.
 */
async function dropForeignKeys(tx: Database): Promise<string[]> {
  const { rows } = await sql<{ add: string; drop: string }>`
    SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add,
           format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
      FROM pg_constraint
     WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conparentid = 0`.execute(tx);
  for (const { drop } of rows) await sql.raw(drop).execute(tx);
  return rows.map(({ add }) => add);
}

/**
 * Lets numbering continue where the backed-up database was, even if the last rows were deleted: the ledger may name
 * them.
 */
async function numberFrom(tx: Database, table: RecordTable | undefined, last: string): Promise<void> {
  if (table?.identity === undefined) return;
  await sql`SELECT setval(pg_get_serial_sequence(${table.name}, ${table.identity}), ${last}::bigint)`.execute(
    tx,
  );
}

async function releaseLeases(tx: Database): Promise<void> {
  await tx.updateTable('feeds').set({ leased_until: null }).where('leased_until', 'is not', null).execute();
  await tx
    .updateTable('deliveries')
    .set({ leased_until: null })
    .where('leased_until', 'is not', null)
    .execute();
}

async function tableNames(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT relname AS name FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

async function dropTables(db: Database): Promise<void> {
  for (const name of await tableNames(db))
    await sql`DROP TABLE IF EXISTS ${sql.table(name)} CASCADE`.execute(db);
}
