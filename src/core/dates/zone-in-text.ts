import { isFiller, isWeekday, monthNamed } from './date-words.ts';
import { instantInZone, isZoneName, namedOffset, numericOffset } from './zones.ts';

/** A zone as written: minutes east of UTC, a name of the IANA database, or an abbreviation. */
export interface WrittenZone {
  readonly offset?: number;
  readonly iana?: string;
  readonly name?: string;
  /** How many characters of the text it takes, from the start. */
  readonly length: number;
}

/**
 * Reads the zone at the start of a text.
 * @param afterTime whether a time is before it; otherwise only IANA names are accepted
 */
export function readZone(text: string, afterTime: boolean): WrittenZone | 'invalid' | undefined {
  const trimmed = text.replace(/^[\s,]+/, '');
  const skipped = text.length - trimmed.length;
  const numeric =
    /^(?:GMT|UTC|UT|Z|[A-Z]{3,4} (?=[+-]\d{4}))? ?([+-])(\d{1,2})(?::?(\d{2}))?(?::00)?(?![\d:])/i.exec(
      trimmed,
    );
  if (numeric !== null && afterTime) {
    const offset = numericOffset(numeric[1] ?? '+', numeric[2] ?? '0', numeric[3]);
    return offset === undefined ? 'invalid' : { offset, length: skipped + numeric[0].length };
  }
  if (/^[+-]/.test(trimmed) && afterTime) return 'invalid';
  const iana = /^(?:[A-Za-z]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?\d{0,2}|[ECMP]ST\d[ECMP]DT)/.exec(trimmed)?.[0];
  if (iana !== undefined) return { iana, length: skipped + iana.length };
  if (!afterTime) return undefined;
  const american = /^(Eastern|Central|Mountain|Pacific) (Standard|Daylight) Time/i.exec(trimmed);
  if (american !== null) {
    const name = `${american[1]?.[0]}${american[2]?.[0]}t`.toLowerCase();
    return { name, length: skipped + american[0].length };
  }
  const name = /^(?:[A-Za-z]{1,5}|мск)(?![\p{L}\d])/iu.exec(trimmed)?.[0];
  if (name === undefined) return undefined;
  if (isZoneName(name)) return { name: name.toLowerCase(), length: skipped + name.length };
  // Other capitals are taken for an unknown zone, unless they name a weekday or a month.
  const isUnknown =
    name === name.toUpperCase() && !isWeekday(name) && !isFiller(name) && monthNamed(name) === undefined;
  return isUnknown ? { length: skipped + name.length } : undefined;
}

/** The instant of a local time (given as if it were UTC) in a written zone; undefined for an unknown zone. */
export function instantOf(
  zone: WrittenZone | undefined,
  local: number,
  publisher: string | undefined,
): number | undefined {
  if (zone?.iana !== undefined) return instantInZone(zone.iana, local);
  const offset =
    zone?.offset ?? (zone?.name === undefined ? undefined : namedOffset(zone.name, publisher, local));
  return offset === undefined ? undefined : local - offset * 60_000;
}
