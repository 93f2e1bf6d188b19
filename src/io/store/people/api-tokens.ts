import { type StoredRole, validTokens } from './accounts.ts';
import type { Database } from '../database.ts';

export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly role: StoredRole;
  readonly userId: string | null;
  readonly owner: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** Tokens that have not expired, of one account or of all. */
export async function listTokens(db: Database, now: Date, userId?: string): Promise<ListedToken[]> {
  return validTokens(db, now)
    .select([
      'accounts.name as owner',
      'api_tokens.created_at as createdAt',
      'api_tokens.expires_at as expiresAt',
    ])
    .$if(userId !== undefined, (query) => query.where('api_tokens.user_id', '=', userId as string))
    .orderBy('api_tokens.id')
    .execute();
}

/** Stores a token by its hash, and returns its id. Without `userId` it belongs to no account. */
export async function insertToken(
  db: Database,
  token: { hash: string; name: string; role: StoredRole; userId?: string | undefined; expires: Date },
  now: Date,
): Promise<string> {
  const { id } = await db
    .insertInto('api_tokens')
    .values({
      hash: token.hash,
      name: token.name,
      role: token.role,
      user_id: token.userId ?? null,
      created_at: now,
      expires_at: token.expires,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Deletes a token, of one account or of any; false where there is none. */
export async function removeToken(db: Database, id: string, userId?: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('api_tokens')
    .where('id', '=', id)
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId as string))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
