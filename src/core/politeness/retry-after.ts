import { readDate } from '../dates/read-date.ts';

/**
 * Until when a 429 or 503 asks to be left alone (RFC 9110 §10.2.3): a number of seconds, or a date in any of HTTP's
 * forms. An instant already past is `now`. How long one is willing to wait is for the caller to bound.
 *
 * @param header the value of Retry-After
 * @returns undefined where the header is missing or makes no sense
 */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  // Fractions are not in the grammar, but they are in the wild.
  if (/^\d{1,10}(\.\d+)?$/.test(text)) return new Date(now.getTime() + Math.ceil(Number(text)) * 1000);
  const date = readDate(text, { source: 'header', now });
  return date === undefined ? undefined : new Date(Math.max(date.getTime(), now.getTime()));
}
