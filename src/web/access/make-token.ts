import type { Database } from '../../io/store/database.ts';
import { insertToken } from '../../io/store/people/api-tokens.ts';
import { hashSecret, newSecret } from '../../service/stored-secrets.ts';
import { type Answer, mayAccess, type Visitor, type VisitorRole } from '../route.ts';

const DAY = 86_400_000;

/** The account that a visitor has; undefined for tokens of the command line, proxies and the open console. */
export function userIdOf({ id }: Visitor): string | undefined {
  return /^user:(\d+)$/.exec(id)?.[1];
}

/**
 * Makes a token for a person who has logged in. A program that sends a token gets 403: whoever stole a token could
 * otherwise make more of them.
 */
export async function makeToken(
  db: Database,
  visitor: Visitor,
  { name, role, days }: { readonly name: string; readonly role: VisitorRole; readonly days: number },
): Promise<Answer | { readonly id: string; readonly token: string; readonly expires: Date }> {
  const userId = userIdOf(visitor);
  if (userId === undefined || visitor.via !== 'session')
    return { kind: 'problem', status: 403, title: 'Tokens are made by people who have logged in' };
  if (!mayAccess(visitor.role, role))
    return { kind: 'problem', status: 403, title: 'A token may not do more than you' };
  const token = newSecret();
  const now = new Date();
  const expires = new Date(now.getTime() + days * DAY);
  const id = await insertToken(db, { hash: hashSecret(token), name, role, userId, expires }, now);
  return { id, token, expires };
}
