import { MONTHS, WEEKDAYS_IN_TEXT } from './calendar-names.ts';

/** A pattern of alternatives from a list of names. */
const oneOf = (names: string): string => names.replaceAll(' ', '|');

/** A month's name, with the day before or after it. */
const MONTH_WORD = new RegExp(
  String.raw`(?<![\p{L}])(?:(\d{1,2})(?:er|\.|º|-?го)?\s(?:de\s)?)?(?:${MONTHS.map(({ inText }) => `(${oneOf(inText)})`).join('|')})(?![\p{L}])(?:\s(\d{1,2})(?!\d)(?:st|nd|rd|th)?)?`,
  'giu',
);
const CJK_DAY = /(?<!\d)(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日号號일])?/gu;
const QUARTER =
  /(?<![\p{L}\d])(?:q([1-4])(?!\d)|([1-4])q(?![\p{L}])|第?([一二三四1-4])四半期|第?([一二三四1-4])季度?|([1-4])\s?분기|t([1-4])(?!\d))|(first|second|third|fourth|premier|deuxième|troisième|quatrième|ersten?s?|zweiten?s?|dritten?s?|vierten?s?|primer|segundo|tercer|cuarto|primo|secondo|terzo|quarto|primeiro|terceiro|перв\p{L}+|втор\p{L}+|трет\p{L}+|четверт\p{L}+)\s(?:fiscal\s)?(?:quarter|trimestre|quartal|квартал)/giu;
const ORDINALS: readonly RegExp[] = [
  /^(?:1|一|first|premier|erst|primer|primo|primeiro|перв)/iu,
  /^(?:2|二|second|deuxi|zweit|segundo|втор)/iu,
  /^(?:3|三|third|troisi|dritt|tercer|terzo|terceiro|трет)/iu,
  /^(?:4|四|fourth|quatri|viert|cuarto|quarto|четверт)/iu,
];
const DAY_MS = 86_400_000;
const WEEKDAY = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:${WEEKDAYS_IN_TEXT.map((names) => `(${oneOf(names)})`).join('|')})(?![\p{Script=Latin}\p{Script=Cyrillic}])`,
  'gu',
);
const YESTERDAY =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:yesterday|hier|gestern|ayer|ieri|ontem|вчера|gisteren|wczoraj|昨日|昨天|어제)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u;
/** `5日` without its month. `日本`, `3日間` and `10일째` are not days. */
const DAY_ALONE = /(?<![\d.,月월~〜-])(?<![月월]\s)(\d{1,2})\s?[日일](?![本間间内內目连连내간째차동])/gu;
/** The first ten or twenty days of a month, as in customs statistics. */
const FIRST_DAYS =
  /(?<!\d)1\s?[日일]?\s?[~〜～–—-]\s?(10|20)\s?(?:[日일]|\p{L}+)|first (10|20|ten|twenty) days|(10|20|dix|vingt) premiers jours|(10|20|zehn|zwanzig) tage|ersten (10|20|zehn|zwanzig) tagen?|primeros (10|20|diez|veinte) días|primi (10|20|dieci|venti) giorni|primeiros (10|20|dez|vinte) dias|первы[ехй]\p{L}* (10|20|десять|двадцать) дн|前(10|20)[天日]/gu;
const TEN_DAYS = [
  ['月上旬', '1-10'],
  ['上・中旬', '1-20'],
  ['上中旬', '1-20'],
] as const;
/** A weekday in a report is in the past week or, because of Asian time zones, at most one day ahead. */
const WEEKDAY_AHEAD = 1;
const MAX_FOUND = 12;

export interface DatesInText {
  /** `2025-11-14` */
  readonly dates: readonly string[];
  /** `2025-10`, `2025-Q3` */
  readonly periods: readonly string[];
}

/**
 * Days, months and quarters that a text names, with the year nearest to its publication. A month alone is a period
 * (`exports in October`), a month with a day is a date.
 */
export function datesInText(folded: string, published: number): DatesInText {
  const dates = new Set<string>();
  const periods = new Set<string>();
  const spans = new Set<string>();
  const note = (month: number, day: number | undefined): void => {
    if (month < 1 || month > 12) return;
    const year = nearestYear(month, day ?? 15, published);
    const stem = `${year}-${String(month).padStart(2, '0')}`;
    if (day === undefined) periods.add(stem);
    else if (day >= 1 && day <= 31) dates.add(`${stem}-${String(day).padStart(2, '0')}`);
  };
  for (const match of folded.matchAll(MONTH_WORD)) {
    const month = match.slice(2, 14).findIndex((group) => group !== undefined) + 1;
    // `may` and `mars` are also other words, so they count only with a day.
    const day = match[1] ?? match[14];
    if (day === undefined && /^(?:may|mars|mart|mai|mayo|ма[йяе])$/u.test(match[0].trim())) continue;
    note(month, day === undefined ? undefined : Number(day));
  }
  for (const match of folded.matchAll(FIRST_DAYS)) {
    const last = match.slice(1).find((group) => group !== undefined) ?? '';
    spans.add(
      `${new Date(published).getUTCFullYear()}:1-${/^\d/.test(last) ? last : /zwanz|vingt|veint|vent|vint|двадц|twenty/.test(last) ? 20 : 10}`,
    );
  }
  for (const [word, span] of TEN_DAYS)
    if (folded.includes(word)) spans.add(`${new Date(published).getUTCFullYear()}:${span}`);
  for (const match of folded.matchAll(CJK_DAY)) {
    note(Number(match[1]), match[2] === undefined ? undefined : Number(match[2]));
  }
  const noteDay = (time: number): void => {
    dates.add(new Date(time).toISOString().slice(0, 10));
  };
  for (const match of folded.matchAll(WEEKDAY)) {
    const weekday = match.slice(1).findIndex((group) => group !== undefined);
    const latest = published + WEEKDAY_AHEAD * DAY_MS;
    noteDay(latest - ((new Date(latest).getUTCDay() - weekday + 7) % 7) * DAY_MS);
  }
  if (YESTERDAY.test(folded)) noteDay(published - DAY_MS);
  for (const match of folded.matchAll(DAY_ALONE)) {
    const time = nearestDay(Number(match[1]), published);
    if (time !== undefined) noteDay(time);
  }
  for (const match of folded.matchAll(QUARTER)) {
    const ordinal = match.slice(1).find((group) => group !== undefined) ?? '';
    const quarter = ORDINALS.findIndex((pattern) => pattern.test(ordinal)) + 1;
    if (quarter > 0) periods.add(`${nearestYear(quarter * 3 - 1, 15, published)}-Q${quarter}`);
  }
  // In `the first twenty days of May` the period is those days, not the whole of May.
  const named = spans.size > 0 ? [...spans].slice(0, 1) : periods;
  return { dates: [...dates].slice(0, MAX_FOUND), periods: [...named].slice(0, MAX_FOUND) };
}

/** The nearest day with this number; undefined where there is none. */
function nearestDay(day: number, published: number): number | undefined {
  const now = new Date(published);
  const found = [-1, 0, 1]
    .map((shift) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + shift, day))
    .filter((time) => new Date(time).getUTCDate() === day);
  return found.sort((a, b) => Math.abs(a - published) - Math.abs(b - published))[0];
}

function nearestYear(month: number, day: number, published: number): number {
  const year = new Date(published).getUTCFullYear();
  const inYear = Date.UTC(year, month - 1, day);
  if (inYear - published > 182 * DAY_MS) return year - 1;
  return published - inYear > 183 * DAY_MS ? year + 1 : year;
}

const TIME_WORDS: ReadonlySet<string> = new Set(
  [...MONTHS.map(({ inText }) => inText), ...WEEKDAYS_IN_TEXT].flatMap((names) => names.split(' ')),
);

/** Whether a word, in lower case, is the name of a month or a day. */
export function isTimeWord(word: string): boolean {
  return TIME_WORDS.has(word);
}
