import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What forms send back: only who has the cookie can know it, and it does not give the cookie away. */
export function csrfOf(cookie: string): string {
  return createHmac('sha256', cookie).update('csrf').digest('base64url');
}

/** Compared in constant time. */
export function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
