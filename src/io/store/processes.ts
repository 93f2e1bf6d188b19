import { sql } from 'kysely';
import type { Database } from './database.ts';

/** A process that uses the database. */
export interface RunningProcess {
  /** `process 12 on watch-1`; with `startedAt` it is unique, because containers may share both. */
  readonly id: string;
  /** A hash of the settings that all processes on a database should share. */
  readonly configuration: string;
  /** The path of its configuration file. */
  readonly file: string;
  readonly startedAt: Date;
  readonly readsArticles: boolean;
}

/** A process that has not written for so long has ended. Seconds. */
const GONE = 60;

/** Records that the process runs, and forgets those that ended long ago. */
export async function recordProcess(db: Database, process: RunningProcess, now: Date): Promise<void> {
  const { id, configuration, file, startedAt, readsArticles } = process;
  await sql`INSERT INTO processes (id, configuration, file, started_at, reads_articles, at)
    VALUES (${id}, ${configuration}, ${file}, ${startedAt}, ${readsArticles}, ${now})
    ON CONFLICT (id, started_at) DO UPDATE SET at = excluded.at`.execute(db);
  await sql`DELETE FROM processes WHERE at < ${now}::timestamptz - interval '1 day'`.execute(db);
}

/** Removes a process that ends. */
export async function removeProcess(db: Database, { id, startedAt }: RunningProcess): Promise<void> {
  await sql`DELETE FROM processes WHERE id = ${id} AND started_at = ${startedAt}`.execute(db);
}

/** The processes that run now, the longest-running first. */
export async function listProcesses(db: Database, now: Date): Promise<RunningProcess[]> {
  const { rows } = await sql<RunningProcess>`
    SELECT id, configuration, file, started_at AS "startedAt", reads_articles AS "readsArticles"
      FROM processes
     WHERE abs(extract(epoch FROM at - ${now}::timestamptz)) <= ${GONE}
     ORDER BY started_at, id`.execute(db);
  return rows;
}
