import { MONTH_NAMES, WEEKDAY_NAMES } from './calendar-names.ts';

const months: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

const weekdays: ReadonlySet<string> = new Set(WEEKDAY_NAMES.split(' '));

/** Words around a date that carry nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  'at on of the de del di la le à a am um den der uhr kl klo os года год г в o do da y el ngày tháng lúc pada pukul jam ora alle ore t'.split(
    ' ',
  ),
);

/** A word as the tables have it: lower case, composed, without full stops. */
function wordKey(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u200e\u200f]/g, '')
    .trim();
}

/** The month (1–12) that a word names in any of our languages. */
export function monthNamed(word: string): number | undefined {
  return months.get(wordKey(word));
}

export function isWeekday(word: string): boolean {
  return weekdays.has(wordKey(word));
}

export function isFiller(word: string): boolean {
  return FILLERS.has(wordKey(word));
}
