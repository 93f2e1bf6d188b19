import { MONTHS, OTHER_WEEKDAYS, WEEKDAYS_IN_TEXT } from './calendar-names.ts';

const months: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap(({ inText, other }, i) =>
    `${other} ${inText}`.split(' ').map((name) => [name, i + 1] as const),
  ),
);

const weekdays: ReadonlySet<string> = new Set(
  [...WEEKDAYS_IN_TEXT, OTHER_WEEKDAYS].flatMap((names) => names.split(' ')),
);

const ENGLISH: ReadonlySet<string> = new Set(
  'sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed weds thu thur thurs fri sat at on of the am pm t'.split(
    ' ',
  ),
);

/** Words around a date without meaning for it. */
const FILLERS: ReadonlySet<string> = new Set(
  [
    'at on of the de del di la le à a am um den der uhr kl klo os года год г в o do da y el ngày tháng lúc pada pukul jam',
    'ora alle ore t standard daylight summer time las às as kello godz saat óra uur о об u m d metų gada năm น เวลา พศ คศ',
    'م ه هـ ساعت الساعة בשעה في στις om ob kell को এ оны өдөр gada gads plkst',
  ].flatMap((words) => words.split(' ')),
);

/** A word in the form of the tables: lower case, composed, without full stops. */
function wordKey(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u200e\u200f]/g, '')
    .trim();
}

/** The month (1–12) that a word names in any of our languages. */
export function monthNamed(word: string): number | undefined {
  const key = wordKey(word);
  const chinese = key.endsWith('月') ? CHINESE_MONTHS.indexOf(key.slice(0, -1)) : -1;
  // Hebrew joins `in` to the name.
  return chinese >= 0
    ? chinese + 1
    : (months.get(key) ?? (key.startsWith('ב') ? months.get(key.slice(1)) : undefined));
}

const CHINESE_MONTHS = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');

const ABBREVIATIONS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The English abbreviation of a month (1–12); a word that is no month for another number. */
export function monthAbbreviation(month: number): string {
  return ABBREVIATIONS[month - 1] ?? 'nomonth';
}

/** Whether a word is the name of a weekday in any of our languages. */
export function isWeekday(word: string): boolean {
  return weekdays.has(wordKey(word));
}

/** Whether a word of a date is English, or in no language in particular, as a zone is. */
export function isEnglish(word: string): boolean {
  return ENGLISH.has(wordKey(word)) || /^[A-Z]{2,5}$/.test(word);
}

/** Whether a word may be beside a date without a meaning for it: `on`, `um`. */
export function isFiller(word: string): boolean {
  return FILLERS.has(wordKey(word));
}
