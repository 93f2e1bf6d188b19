import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Account, endSession, findUser, openSession } from '../../io/store/people/accounts.ts';
import type { Database } from '../../io/store/database.ts';
import { countTry, forgetTries, uncountTry } from '../../io/store/people/invitations.ts';
import { isKnownBrowser, rememberBrowser } from '../../io/store/people/known-browsers.ts';
import { isPassword } from './passwords.ts';
import { hashSecret, newSecret } from '../../service/stored-secrets.ts';
import type { AccessSettings } from './settings.ts';
import {
  BROWSER_DAYS,
  clearSession,
  sessionSecret,
  SESSION_DAYS,
  setBrowser,
  setSession,
} from './visitors.ts';

/** The window in which failed attempts are counted. Seconds. */
const WINDOW = 900;
/**
 * Failed attempts allowed within the window: from one address, for one name from one address, for one name from
 * everywhere, and for one name from a browser that has logged in under it before. For such a browser only the last
 * limit applies, so that nobody can lock somebody else out by guessing (device cookies, OWASP).
 */
const LIMITS = { address: 40, pair: 6, name: 60, known: 10 };

export type LogIn = { readonly account: Account } | { readonly refused: 'wrong' | 'too often' };

interface Try {
  readonly name: string;
  readonly password: string;
  readonly address: string;
  /** The secret in the cookie of a browser that somebody has logged in with. */
  readonly browser?: string | undefined;
}

/**
 * Checks a name and a password. Each attempt is counted before the check, so that attempts in parallel are all
 * counted.
 */
export async function logIn(
  db: Database,
  { name, password, address, browser }: Try,
  now: Date,
): Promise<LogIn> {
  const keys = await keysOf(db, { name, address, browser });
  for (const [kind, key] of Object.entries(keys)) {
    const tries = await countTry(db, hashSecret(key), now, WINDOW);
    if (tries > LIMITS[kind as keyof typeof LIMITS]) return { refused: 'too often' };
  }
  const user = await findUser(db, name);
  if (!(await isPassword(user?.passwordHash, password)) || user === undefined) return { refused: 'wrong' };
  const { address: from, ...own } = keys;
  for (const key of Object.values(own)) await forgetTries(db, hashSecret(key), now);
  // Failures from that address still count, but successes do not: an office behind one address may log in any number
  // of times.
  if (from !== undefined) await uncountTry(db, hashSecret(from));
  return { account: { id: user.id, name: user.name, role: user.role } };
}

/** The keys under which an attempt is counted. */
async function keysOf(
  db: Database,
  { name, address, browser }: Omit<Try, 'password'>,
): Promise<Partial<Record<keyof typeof LIMITS, string>>> {
  const folded = name.toLowerCase();
  if (browser !== undefined && (await isKnownBrowser(db, hashSecret(browser), name)))
    return { known: `browser ${browser} ${folded}` };
  // An IPv6 network counts as one address, because its owner could use a new address for each guess.
  const from = normalizeIP(address);
  // The address is counted first. Once it is refused, names that it tries write no more rows.
  return { address: `from ${from}`, pair: `${from} ${folded}`, name: `name ${folded}` };
}

/** Opens a new session and ends the one that the browser had before. */
export async function beginSession(
  db: Database,
  settings: AccessSettings,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  account: Account,
): Promise<void> {
  const before = sessionSecret(request, settings);
  if (before !== undefined) await endSession(db, hashSecret(before));
  const now = new Date();
  const secret = newSecret();
  await openSession(db, hashSecret(secret), account.id, now, SESSION_DAYS);
  setSession(reply, settings, secret);
  // Every log-in gets a new secret, so that one which an attacker planted in the browser never becomes valid.
  const browser = newSecret();
  await rememberBrowser(db, { hash: hashSecret(browser), userId: account.id, now, days: BROWSER_DAYS });
  setBrowser(reply, settings, browser);
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

/** The path if it is one of ours; else the path of the stories. */
export function ownPath(to: string | undefined): string {
  if (to === undefined || !to.startsWith('/') || /^\/[/\\]/.test(to) || /[\u0000-\u001f\\]/.test(to))
    return '/';
  const url = URL.parse(to, 'http://here.invalid');
  // Resolving dots can leave two slashes at the beginning: `/..//evil.example`.
  return url?.host === 'here.invalid' && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}`
    : '/';
}
