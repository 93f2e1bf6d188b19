import { runMigrations } from 'bullmq';
import type { Pool } from 'pg';
import { sqlStateOf } from '../store/sqlstate.ts';

/** A schema, a table or a function that a statement names does not exist. */
const MISSING: ReadonlySet<string | undefined> = new Set(['3F000', '42P01', '42883']);

/**
 * Creates the schema of the queues again after somebody dropped it. BullMQ does so only at the start. The sweep adds
 * again what is due.
 *
 * @returns a function to call with each error of the queues; it ends when the schema is there, or cannot be created
 */
export function restoringSchema(pool: Pool, schema: string): (error: unknown) => Promise<void> {
  let restoring: Promise<void> | undefined;
  const restore = async () => {
    try {
      const client = await pool.connect();
      try {
        await runMigrations(client, schema);
      } finally {
        client.release();
      }
    } catch {
      // The error that is being handled says as much, and comes again.
    }
    restoring = undefined;
  };
  return async (failure) => {
    if (!MISSING.has(sqlStateOf(failure))) return;
    restoring ??= restore();
    await restoring;
  };
}
