import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Account, endSession, findUser, openSession } from '../../io/store/accounts.ts';
import type { Database } from '../../io/store/database.ts';
import { countTry, forgetTries, uncountTry } from '../../io/store/invitations.ts';
import { isPassword } from './passwords.ts';
import { hashSecret, newSecret } from '../../service/stored-secrets.ts';
import type { AccessSettings } from './settings.ts';
import { clearSession, sessionSecret, SESSION_DAYS, setSession } from './visitors.ts';

/** Seconds in which failures add up. */
const WINDOW = 900;
/** Failures within the window: of one address, of one name from one address, and of one name from everywhere. */
const LIMITS = { address: 40, pair: 6, name: 60 };

export type LogIn = { readonly account: Account } | { readonly refused: 'wrong' | 'too often' };

/** Looks at a name and a password. Each try is counted before it is looked at, so that many at once are many. */
export async function logIn(
  db: Database,
  { name, password, address }: { readonly name: string; readonly password: string; readonly address: string },
  now: Date,
): Promise<LogIn> {
  const folded = name.toLowerCase();
  // The address first: who is refused by it leaves no counts of ever new names behind.
  const keys = { address: `from ${address}`, pair: `${address} ${folded}`, name: `name ${folded}` };
  for (const [kind, key] of Object.entries(keys)) {
    const tries = await countTry(db, hashSecret(key), now, WINDOW);
    if (tries > LIMITS[kind as keyof typeof LIMITS]) return { refused: 'too often' };
  }
  const user = await findUser(db, name);
  if (!(await isPassword(user?.passwordHash, password)) || user === undefined) return { refused: 'wrong' };
  for (const key of [keys.pair, keys.name]) await forgetTries(db, hashSecret(key), now);
  // Failures of others from there still count, but an office behind one address may log in as often as it likes.
  await uncountTry(db, hashSecret(keys.address));
  return { account: { id: user.id, name: user.name, role: user.role } };
}

/** Opens a session of its own; one that the browser had before ends. */
export async function beginSession(
  db: Database,
  settings: AccessSettings,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  account: Account,
): Promise<void> {
  const before = sessionSecret(request, settings);
  if (before !== undefined) await endSession(db, hashSecret(before));
  const secret = newSecret();
  await openSession(db, hashSecret(secret), account.id, new Date(), SESSION_DAYS);
  setSession(reply, settings, secret);
}

export async function leaveSession(
  db: Database,
  settings: AccessSettings,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<void> {
  const secret = sessionSecret(request, settings);
  if (secret !== undefined) await endSession(db, hashSecret(secret));
  clearSession(reply, settings);
}

/** An address of ours to go on to; any other leads to the stories. */
export function ownPath(to: string | undefined): string {
  if (to === undefined || !to.startsWith('/') || /^\/[/\\]/.test(to) || /[\u0000-\u001f\\]/.test(to))
    return '/';
  const url = URL.parse(to, 'http://here.invalid');
  return url?.host === 'here.invalid' ? `${url.pathname}${url.search}` : '/';
}
