import { readDate } from '../dates/read-date.ts';

/** Numbers from here on are seconds since 1970. As a wait they would be thirty years. */
const EPOCH = 1_000_000_000;
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };

/**
 * Until when a 429 or 503 asks us to wait (RFC 9110 §10.2.3): a number of seconds, or a date in any of HTTP's forms.
 * A past instant gives `now`. The caller limits the wait.
 *
 * @param header the value of Retry-After
 * @returns undefined where the header is missing or invalid
 */
export function retryAfter(header: string | undefined, now: Date): Date | undefined {
  if (header === undefined) return undefined;
  const text = header.replaceAll('"', '').trim();
  // Fractions, units, repetitions and instants as numbers are not in the grammar, but servers send them.
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
