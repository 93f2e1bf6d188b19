import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The CSRF token of a cookie. Only who has the cookie can know it, and it does not reveal the cookie. */
export function csrfOf(cookie: string): string {
  return createHmac('sha256', cookie).update('csrf').digest('base64url');
}

/** Compared in constant time. */
export function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
