import { readDate } from '../dates/read-date.ts';

/**
 * For how many more seconds a response is fresh by its own headers (RFC 9111 §4.2.1–4.2.3), for a private cache:
 * max-age before Expires, minus Age; 0 for no-cache and no-store.
 *
 * @param headers names in lower case
 * @param now when the response came
 * @returns undefined where the headers do not say
 */
export function freshSeconds(headers: Readonly<Record<string, string>>, now: Date): number | undefined {
  const directives = cacheDirectives(headers['cache-control']);
  if (directives.has('no-store') || directives.has('no-cache')) return 0;
  const age = seconds(headers['age']) ?? 0;
  const maxAge = seconds(directives.get('max-age'));
  if (maxAge !== undefined) return Math.max(0, maxAge - age);

  const expires = headers['expires'];
  if (expires === undefined) return undefined;
  const end = readDate(expires, { source: 'header', now });
  // RFC 9111 §5.3: an invalid date, above all `0`, means already expired.
  if (end === undefined) return 0;
  const start = readDate(headers['date'] ?? '', { source: 'header', now }) ?? now;
  return Math.max(0, Math.round((end.getTime() - start.getTime()) / 1000) - age);
}

/** The directives of a Cache-Control header, in lower case, unquoted. Of repeated ones the first counts. */
function cacheDirectives(header: string | undefined): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const [, name, quoted, plain] of (header ?? '').matchAll(
    /([a-z0-9-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,]*)))?/gi,
  )) {
    const key = name!.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? plain ?? '');
  }
  return directives;
}

function seconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined;
}
