/**
 * Removes what PostgreSQL cannot store: NUL, and halves of surrogate pairs. Every value of every query passes here.
 */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  return value;
}

/** The text without NUL, and with U+FFFD for each unpaired surrogate. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

/**
 * JSON for a `jsonb` column with every string cleaned. In JSON both kinds are written as escapes, which `jsonb`
 * refuses too.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  // Most values are clean, and one search of the text is cheaper than a walk over every string.
  if (!SUSPICIOUS.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') return cleanText(part);
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [cleanText(key), one]));
  });
}

const SUSPICIOUS = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** The text without what PostgreSQL cannot store, cut to `longest` characters. */
export function bounded(text: string, longest: number): string {
  const clean = cleanText(text);
  return clean.length > longest ? cleanText(clean.slice(0, longest - 1)) + '…' : clean;
}
