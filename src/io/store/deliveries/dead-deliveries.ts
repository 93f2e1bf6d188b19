import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Makes dead deliveries due again, all or those named. Returns their ids. */
export async function reviveDeliveries(
  db: Database,
  ids: readonly string[] | 'all',
  now: Date,
): Promise<string[]> {
  const rows = await db
    .updateTable('deliveries')
    .set({
      state: 'pending',
      due_at: now,
      attempts: 0,
      started: 0,
      first_attempt_at: null,
      leased_until: null,
    })
    .where('state', '=', 'dead')
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids as string[]))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The ids of dead deliveries whose id begins with the prefix; two at most, enough to see that it is ambiguous. */
export async function deadDeliveries(db: Database, prefix: string): Promise<string[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'dead')
    .where(sql<boolean>`starts_with(id::text, ${prefix})`)
    .limit(2)
    .execute();
  return rows.map((row) => row.id);
}

/** Locks dead deliveries, all or those named. Returns their attempts and the last answer. */
export async function deadAttempts(
  tx: Database,
  ids: readonly string[] | 'all',
): Promise<{ id: string; attempts: number; answer: string | null }[]> {
  return tx
    .selectFrom('deliveries')
    .select(['id', 'attempts', 'answer'])
    .where('state', '=', 'dead')
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids as string[]))
    .orderBy('id')
    .forUpdate()
    .execute();
}
