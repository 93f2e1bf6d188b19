import { readDate } from '../dates/read-date.ts';

/** Numbers from here on are seconds since 1970, not a wait: it would last for thirty years. */
const EPOCH = 1_000_000_000;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };

/**
 * Until when a 429 or 503 asks to be left alone (RFC 9110 §10.2.3): a number of seconds, or a date in any of HTTP's
 * forms. An instant already past is `now`. How long one is willing to wait is for the caller to bound.
 *
 * @param header the value of Retry-After
 * @returns undefined where the header is missing or makes no sense
 */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const text = header.replaceAll('"', '').trim();
  // Fractions, units and repetitions are not in the grammar, but they are in the wild; so are instants as numbers.
  const [, number, unit = 's'] = /^(\d{1,13}(?:\.\d+)?) ?(s|m|h)?[a-z]*(?:, ?\d.*)?$/i.exec(text) ?? [];
  if (number !== undefined && Number(number) >= EPOCH)
    return new Date(Math.max(now.getTime(), Number(number) * (number.length > 11 ? 1 : 1_000)));
  if (number !== undefined)
    return new Date(now.getTime() + Math.ceil(Number(number) * (SECONDS[unit.toLowerCase()] ?? 1)) * 1_000);
  const date = readDate(text, { source: 'header', now }) ?? isoInstant(text);
  return date === undefined ? undefined : new Date(Math.max(date.getTime(), now.getTime()));
}

function isoInstant(text: string): Date | undefined {
  return /^\d{4}-\d\d-\d\dT/.test(text) ? readDate(text, { source: 'feed' }) : undefined;
}
