import { sql } from 'kysely';
import type { Database } from './database.ts';
import { toJson } from './clean-values.ts';
import { runFixed } from './fixed-statement.ts';

/** What is remembered of a channel between sends. */
export interface ChannelState {
  readonly breaker: unknown;
  readonly pacing: unknown;
}

/**
 * Reads and changes a channel's state under a row lock, so that all workers together keep to its pace.
 * `change` returns the new state, or undefined to leave it as it is, and a value for the caller.
 */
export async function changeChannel<T>(
  db: Database,
  name: string,
  change: (state: ChannelState) => { readonly state: ChannelState | undefined; readonly result: T },
  error?: { readonly text: string; readonly at: Date },
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const row = (await lockChannel(tx, name)) ?? (await addChannel(tx, name));
    const { state, result } = change(row);
    if (state !== undefined || error !== undefined)
      await tx
        .updateTable('channels')
        .set({
          ...(state === undefined ? {} : { breaker: toJson(state.breaker), pacing: toJson(state.pacing) }),
          ...(error === undefined ? {} : { last_error: error.text, last_error_at: error.at }),
        })
        .where('name', '=', name)
        .execute();
    return result;
  });
}

async function lockChannel(tx: Database, name: string): Promise<ChannelState | undefined> {
  return tx
    .selectFrom('channels')
    .select(['breaker', 'pacing'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();
}

async function addChannel(tx: Database, name: string): Promise<ChannelState> {
  await tx
    .insertInto('channels')
    .values({ name, last_error: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await lockChannel(tx, name);
  if (row === undefined) throw new Error(`the channel ${name} is gone in the moment it was written`);
  return row;
}

const STATES = 'SELECT name, breaker, pacing FROM channels WHERE name = ANY ($1::text[])';

/** The state of channels by name, without a lock; `{}` for one that never sent. */
export async function getChannels(
  db: Database,
  names: readonly string[],
): Promise<Map<string, ChannelState>> {
  const rows = await runFixed<ChannelState & { name: string }>(db, STATES, [names]);
  const found = new Map(rows.map(({ name, breaker, pacing }) => [name, { breaker, pacing }]));
  return new Map(names.map((name) => [name, found.get(name) ?? { breaker: {}, pacing: {} }]));
}

/** Writes the state of a known channel's breaker where it changed. Most sends change nothing and take no lock. */
export async function setBreaker(db: Database, name: string, breaker: object): Promise<void> {
  const wanted = toJson(breaker);
  await db
    .updateTable('channels')
    .set({ breaker: wanted })
    .where('name', '=', name)
    .where(sql<boolean>`breaker NOT IN ('{}', ${wanted}::jsonb)`)
    .execute();
}

export interface StoredChannel extends ChannelState {
  readonly name: string;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

/** The state of all channels that ever sent something. */
export async function listChannels(db: Database): Promise<StoredChannel[]> {
  return db
    .selectFrom('channels')
    .select(['name', 'breaker', 'pacing', 'last_error as lastError', 'last_error_at as lastErrorAt'])
    .orderBy('name')
    .execute();
}

/** How many deliveries of each channel wait, are dead, or were delivered since an instant. */
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
