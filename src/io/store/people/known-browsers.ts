import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Browsers remembered for one account; the least recently used are forgotten. */
const MOST = 50;

/** Remembers that somebody has logged in with a browser. Deletes expired browsers, and the oldest of too many. */
export async function rememberBrowser(
  db: Database,
  browser: { readonly hash: string; readonly userId: string; readonly now: Date; readonly days: number },
): Promise<void> {
  const { hash, userId, now, days } = browser;
  await db.deleteFrom('known_browsers').where('expires_at', '<=', now).execute();
  await db
    .insertInto('known_browsers')
    .values({ hash, user_id: userId, expires_at: new Date(now.getTime() + days * 86_400_000) })
    .execute();
  await sql`DELETE FROM known_browsers WHERE hash IN (
    SELECT hash FROM known_browsers WHERE user_id = ${userId} ORDER BY expires_at DESC OFFSET ${sql.lit(MOST)})`.execute(
    db,
  );
}

/** Whether somebody has logged in with this browser under this name before. */
export async function isKnownBrowser(db: Database, hash: string, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('known_browsers')
    .innerJoin('accounts', 'accounts.id', 'known_browsers.user_id')
    .select('accounts.id')
    .where('hash', '=', hash)
    .where('expires_at', '>', sql<Date>`now()`)
    .where(sql<boolean>`lower(accounts.name) = lower(${name})`)
    .executeTakeFirst();
  return row !== undefined;
}
