import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The CSRF token of a cookie. Only who has the cookie can know it, and it does not reveal the cookie. */
export function csrfOf(cookie: string): string {
  return createHmac('sha256', cookie).update('csrf').digest('base64url');
}

/**
 * The token as a form contains it, different each time. In a compressed answer that also repeats what a request said,
 * the size would otherwise reveal a constant secret (the attack BREACH).
 */
export function maskCsrf(token: string): string {
  const plain = Buffer.from(token, 'base64url');
  const mask = randomBytes(plain.length);
  return Buffer.concat([mask, combine(plain, mask)]).toString('base64url');
}

/** Whether a form contains this token, masked. */
export function isCsrf(given: string, token: string): boolean {
  const bytes = Buffer.from(given, 'base64url');
  const half = bytes.length / 2;
  if (!Number.isInteger(half)) return false;
  return isSame(combine(bytes.subarray(half), bytes.subarray(0, half)).toString('base64url'), token);
}

/** Exclusive or. Both have the same length. */
function combine(bytes: Uint8Array, mask: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte, at) => byte ^ mask[at]!));
}

/** Compared in constant time. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
