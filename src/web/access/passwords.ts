import { z } from 'zod';

/** Characters. */
export const SHORTEST_PASSWORD = 12;

/** A password that somebody chooses. */
export const newPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `a password has ${SHORTEST_PASSWORD} characters at least`)
  .max(200, 'a password has 200 characters at most');

/** Argon2id as OWASP's Password Storage Cheat Sheet advises: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords are checked two at a time: each check takes a core and 19 MiB. */
const AT_ONCE = 2;
/** Further log-ins are refused at once; only an attacker sends so many. */
const WAITING = 40;

/** Loaded by the first log-in: the library takes 3 MB. */
const argon2 = () => import('@node-rs/argon2');

let running = 0;
const queue: (() => void)[] = [];

/** Too many passwords are being checked. */
class BusyError extends Error {
  override readonly name = 'BusyError';
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new BusyError('too many log-ins at once');
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

/** @throws BusyError */
export function hashPassword(password: string): Promise<string> {
  return inTurn(async () => (await argon2()).hash(password.normalize('NFKC'), OPTIONS));
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password is right. For an unknown account the check takes the same time, so that time reveals nothing.
 * @throws BusyError
 */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  // The first call always makes this hash, also for a known name: otherwise the first unknown name would take longer.
  const { hash, verify } = await argon2();
  nobody ??= hash('nobody has this password', OPTIONS);
  const nobodys = await nobody;
  const hashed = stored ?? nobodys;
  const isRight = await inTurn(() => verify(hashed, password.normalize('NFKC')).catch(() => false));
  return isRight && typeof stored === 'string';
}
