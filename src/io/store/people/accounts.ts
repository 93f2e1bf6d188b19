import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { ConsoleTables } from './console-schema.ts';

export type StoredRole = ConsoleTables['accounts']['role'];

/** Somebody with an account. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: StoredRole;
}

/** The account of a session that has not expired. Using a session extends it. */
export async function findSession(
  db: Database,
  hash: string,
  now: Date,
  days: number,
): Promise<Account | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.user_id')
    .select(['accounts.id', 'accounts.name', 'accounts.role', 'sessions.seen_at'])
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .where('accounts.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // Written at most once an hour, so that a page view costs no write.
  if (now.getTime() - row.seen_at.getTime() > 3_600_000)
    await db
      .updateTable('sessions')
      .set({ seen_at: now, expires_at: later(now, days) })
      .where('hash', '=', hash)
      .execute();
  return { id: row.id, name: row.name, role: row.role };
}

/** Opens a session and deletes expired ones. */
export async function openSession(
  db: Database,
  hash: string,
  userId: string,
  now: Date,
  days: number,
): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await db
    .insertInto('sessions')
    .values({ hash, user_id: userId, created_at: now, seen_at: now, expires_at: later(now, days) })
    .execute();
}

/** Ends the session whose cookie has this SHA-256. */
export async function endSession(db: Database, hash: string): Promise<void> {
  await db.deleteFrom('sessions').where('hash', '=', hash).execute();
}

/** Ends all sessions of an account, for a new password or a new role. */
async function endSessionsOf(db: Database, userId: string): Promise<void> {
  await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
}

/**
 * The account with this name, in any case, unless it is shut. `passwordHash` is null for accounts without a password.
 */
export async function findUser(
  db: Database,
  name: string,
): Promise<(Account & { readonly passwordHash: string | null }) | undefined> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, role: row.role, passwordHash: row.password_hash };
}

export interface ListedUser extends Account {
  readonly disabled_at: Date | null;
  readonly created_at: Date;
  readonly oidc_subject: string | null;
  readonly seen_at: Date | null;
}

/** All accounts, the oldest first. `seen_at` is when one of its sessions was last used. */
export async function listUsers(db: Database): Promise<ListedUser[]> {
  return db
    .selectFrom('accounts')
    .select([
      'id',
      'name',
      'role',
      'disabled_at',
      'created_at',
      'oidc_subject',
      sql<Date | null>`(SELECT max(seen_at) FROM sessions WHERE user_id = accounts.id)`.as('seen_at'),
    ])
    .orderBy('id')
    .execute();
}

/** Undefined when the name is taken. */
export async function insertUser(
  db: Database,
  user: { name: string; role: StoredRole; passwordHash?: string; oidcSubject?: string },
  now: Date,
): Promise<Account | undefined> {
  return db
    .insertInto('accounts')
    .values({
      name: user.name,
      role: user.role,
      password_hash: user.passwordHash ?? null,
      oidc_subject: user.oidcSubject ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'name', 'role'])
    .executeTakeFirst();
}

/** The account of a subject of the OpenID Connect provider, also if it is shut. */
export async function findOidcUser(
  db: Database,
  subject: string,
): Promise<(Account & { disabled: boolean }) | undefined> {
  const row = await db
    .selectFrom('accounts')
    .selectAll()
    .where('oidc_subject', '=', subject)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, role: row.role, disabled: row.disabled_at !== null };
}

/** Changes an account; false where it would take away the last owner who can log in. */
export async function changeUser(
  db: Database,
  id: string,
  change: { role?: StoredRole; disabled_at?: Date | null; password_hash?: string },
): Promise<boolean> {
  return db
    .transaction()
    .execute(async (tx) => {
      // A lock on all owners: two of them who take the role from each other at the same time must not both succeed.
      const owners = await tx
        .selectFrom('accounts')
        .select('disabled_at')
        .where('role', '=', 'owner')
        .orderBy('id')
        .forUpdate()
        .execute();
      await tx.updateTable('accounts').set(change).where('id', '=', id).execute();
      // With a single sign-on provider that assigns roles there need not be an owner here.
      const hadOne = owners.some(({ disabled_at }) => disabled_at === null);
      if (hadOne && !(await hasOwner(tx))) throw new LastOwnerError();
      await endSessionsOf(tx, id);
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof LastOwnerError) return false;
      throw error;
    });
}

class LastOwnerError extends Error {
  override readonly name = 'LastOwnerError';
}

/** Whether there is an owner who can log in. */
export async function hasOwner(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface FoundToken {
  readonly id: string;
  readonly name: string;
  readonly role: StoredRole;
  readonly userId: string | null;
}

/** Tokens that have not expired, joined with the account of their owner, if any. */
export function validTokens(db: Database, now: Date) {
  return db
    .selectFrom('api_tokens')
    .leftJoin('accounts', 'accounts.id', 'api_tokens.user_id')
    .select([
      'api_tokens.id',
      'api_tokens.name',
      'api_tokens.role',
      'api_tokens.user_id as userId',
      'api_tokens.used_at as usedAt',
    ])
    .where('expires_at', '>', now);
}

/** A token that has not expired and whose owner is not shut out. */
export async function findToken(db: Database, hash: string, now: Date): Promise<FoundToken | undefined> {
  const row = await validTokens(db, now)
    .select('accounts.role as ownerRole')
    .where('hash', '=', hash)
    .where('accounts.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { usedAt, ownerRole, ...token } = row;
  if (usedAt === null || now.getTime() - usedAt.getTime() > 3_600_000)
    await db.updateTable('api_tokens').set({ used_at: now }).where('id', '=', token.id).execute();
  // A token never has more rights than its owner has now.
  const role = ownerRole !== null && RANKS[ownerRole] < RANKS[token.role] ? ownerRole : token.role;
  return { ...token, role };
}

const RANKS: Readonly<Record<StoredRole, number>> = { reader: 0, analyst: 1, owner: 2 };

function later(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

/** Gives somebody another role, or shuts the account. */
export async function setRole(
  db: Database,
  id: string,
  role: StoredRole | 'shut',
  now: Date,
): Promise<'set' | 'missing' | 'last owner'> {
  const known = await db.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst();
  if (known === undefined) return 'missing';
  const change = role === 'shut' ? { disabled_at: now } : { role, disabled_at: null };
  return (await changeUser(db, id, change)) ? 'set' : 'last owner';
}
