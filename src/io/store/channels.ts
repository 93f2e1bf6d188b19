import { sql } from 'kysely';
import type { Database } from './database.ts';

/** What is remembered of a channel between sends, as plain data. */
export interface ChannelState {
  readonly breaker: unknown;
  readonly pacing: unknown;
}

/**
 * Reads and changes a channel's state under a row lock, so that all workers together keep to its pace.
 * `change` returns the new state, or undefined to leave it as it is, and whatever the caller wants to know.
 */
export async function changeChannel<T>(
  db: Database,
  name: string,
  change: (state: ChannelState) => { readonly state: ChannelState | undefined; readonly result: T },
  error?: { readonly text: string; readonly at: Date },
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('channels')
      .values({ name, last_error: null })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const row = await tx
      .selectFrom('channels')
      .selectAll()
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { state, result } = change(row);
    if (state !== undefined || error !== undefined)
      await tx
        .updateTable('channels')
        .set({
          ...(state === undefined
            ? {}
            : { breaker: JSON.stringify(state.breaker), pacing: JSON.stringify(state.pacing) }),
          ...(error === undefined ? {} : { last_error: error.text, last_error_at: error.at }),
        })
        .where('name', '=', name)
        .execute();
    return result;
  });
}

export interface StoredChannel extends ChannelState {
  readonly name: string;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

/** What is remembered of all channels that ever sent something. */
export async function listChannels(db: Database): Promise<StoredChannel[]> {
  return db
    .selectFrom('channels')
    .select(['name', 'breaker', 'pacing', 'last_error as lastError', 'last_error_at as lastErrorAt'])
    .orderBy('name')
    .execute();
}

/** How many deliveries of each channel wait, rest undelivered, or were delivered since then. */
export async function countDeliveries(
  db: Database,
  since: Date,
): Promise<Map<string, { pending: number; dead: number; delivered: number }>> {
  const { rows } = await sql<{ channel: string; pending: string; dead: string; delivered: string }>`
    SELECT channel,
           count(*) FILTER (WHERE state = 'pending') AS pending,
           count(*) FILTER (WHERE state = 'dead') AS dead,
           count(*) FILTER (WHERE state = 'delivered') AS delivered
    FROM deliveries WHERE state <> 'delivered' OR delivered_at >= ${since}
    GROUP BY channel`.execute(db);
  return new Map(
    rows.map(({ channel, pending, dead, delivered }) => [
      channel,
      { pending: Number(pending), dead: Number(dead), delivered: Number(delivered) },
    ]),
  );
}
