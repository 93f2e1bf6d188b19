import { sql } from 'kysely';
import { type Account, insertUser, type StoredRole } from './accounts.ts';
import type { Database } from '../database.ts';

export interface Invitation {
  readonly role: StoredRole;
  /** The account that is to get a new password; undefined for a new account. */
  readonly user: { readonly id: string; readonly name: string } | undefined;
}

/** Creates an invitation: who has the secret may make an account or choose a new password, once. */
export async function invite(
  db: Database,
  invitation: { hash: string; role: StoredRole; userId?: string | undefined; madeBy: string; expires: Date },
): Promise<void> {
  await db
    .insertInto('invitations')
    .values({
      hash: invitation.hash,
      role: invitation.role,
      user_id: invitation.userId ?? null,
      made_by: invitation.madeBy,
      expires_at: invitation.expires,
    })
    .execute();
}

/** The invitation whose secret has this SHA-256; undefined where it was used or has expired. */
export async function findInvitation(db: Database, hash: string, now: Date): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitations')
    .leftJoin('accounts', 'accounts.id', 'invitations.user_id')
    .select(['invitations.role', 'invitations.user_id', 'accounts.name'])
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const user = row.user_id === null || row.name === null ? undefined : { id: row.user_id, name: row.name };
  return { role: row.role, user };
}

/** The result of an invitation: the account, or why there is none. */
export type Redeemed = Account | 'gone' | 'name taken';

/** The creator of the link for the first owner. The link is invalid as soon as there is an owner. */
export const FIRST_START = 'first start';

/** Uses an invitation. Of two requests at the same time the second finds it gone. */
export async function redeem(
  db: Database,
  hash: string,
  { name, passwordHash }: { readonly name: string; readonly passwordHash: string },
  now: Date,
): Promise<Redeemed> {
  return db
    .transaction()
    .execute(async (tx) => {
      const row = await tx
        .deleteFrom('invitations')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .returning(['role', 'user_id', 'made_by'])
        .executeTakeFirst();
      if (row === undefined) return 'gone';
      if (row.user_id !== null) {
        const user = await tx
          .selectFrom('accounts')
          .selectAll()
          .where('id', '=', row.user_id)
          .executeTakeFirstOrThrow();
        await tx
          .updateTable('accounts')
          .set({ password_hash: passwordHash })
          .where('id', '=', user.id)
          .execute();
        await tx.deleteFrom('sessions').where('user_id', '=', user.id).execute();
        return { id: user.id, name: user.name, role: user.role };
      }
      const account = await insertUser(tx, { name, role: row.role, passwordHash }, now);
      if (account === undefined) throw new NameTakenError();
      if (row.role === 'owner')
        await tx.deleteFrom('invitations').where('made_by', '=', FIRST_START).execute();
      return account;
    })
    .catch((error: unknown) => {
      // The invitation stays valid, so that another name may be chosen.
      if (error instanceof NameTakenError) return 'name taken' as const;
      throw error;
    });
}

class NameTakenError extends Error {
  override readonly name = 'NameTakenError';
}

/** How many attempts failed under a key within the window, counting the present one. */
export async function countTry(db: Database, key: string, now: Date, windowSeconds: number): Promise<number> {
  const since = new Date(now.getTime() - windowSeconds * 1_000);
  const { rows } = await sql<{ failures: number }>`
    INSERT INTO login_failures AS f (key, failures, last_at) VALUES (${key}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN f.last_at < ${since} THEN 1 ELSE f.failures + 1 END, last_at = ${now}
    RETURNING failures`.execute(db);
  return rows[0]?.failures ?? 1;
}

/** Removes one attempt, which succeeded, from the count of a key whose other attempts still count. */
export async function uncountTry(db: Database, key: string): Promise<void> {
  await sql`UPDATE login_failures SET failures = failures - 1 WHERE key = ${key} AND failures > 0`.execute(
    db,
  );
}

/** Sets a key's count to zero after a success, and deletes old counts. */
export async function forgetTries(db: Database, key: string, now: Date): Promise<void> {
  await db
    .deleteFrom('login_failures')
    .where((eb) => eb.or([eb('key', '=', key), eb('last_at', '<', new Date(now.getTime() - 86_400_000))]))
    .execute();
}
