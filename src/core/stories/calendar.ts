/** Month names by number, in the languages that write them as words. */
const MONTHS: readonly string[] = [
  'january|janvier|januar|jänner|enero|gennaio|janeiro|январ[а-я]{1,2}|januari|stycze?ń|stycznia|ocak|يناير',
  'february|février|februar|febrero|febbraio|fevereiro|феврал[а-я]{1,2}|februari|luty|lutego|şubat|فبراير',
  'march|mars|märz|marzo|março|март[а-я]{0,2}|maart|marzec|marca|mart|مارس',
  'april|avril|abril|aprile|апрел[а-я]{1,2}|kwiecień|kwietnia|nisan|أبريل',
  'may|mai|mayo|maggio|maio|ма[йяе]|mei|maj|maja|mayıs|مايو',
  'june|juin|juni|junio|giugno|junho|июн[а-я]{1,2}|czerwiec|czerwca|haziran|يونيو',
  'july|juillet|juli|julio|luglio|julho|июл[а-я]{1,2}|lipiec|lipca|temmuz|يوليو',
  'august|août|agosto|август[а-я]{0,2}|augustus|sierpień|sierpnia|ağustos|أغسطس',
  'september|septembre|septiembre|settembre|setembro|сентябр[а-я]{1,2}|wrzesień|września|eylül|سبتمبر',
  'october|octobre|oktober|octubre|ottobre|outubro|октябр[а-я]{1,2}|październik|października|ekim|أكتوبر',
  'november|novembre|noviembre|novembro|ноябр[а-я]{1,2}|listopad|listopada|kasım|نوفمبر',
  'december|décembre|dezember|diciembre|dicembre|dezembro|декабр[а-я]{1,2}|grudzień|grudnia|aralık|ديسمبر',
];
const MONTH_WORD = new RegExp(
  String.raw`(?<![\p{L}])(?:(\d{1,2})(?:er|\.|º|-?го)?\s(?:de\s)?)?(?:${MONTHS.map((names) => `(${names})`).join('|')})(?![\p{L}])(?:\s(\d{1,2})(?!\d)(?:st|nd|rd|th)?)?`,
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
/** Days of the week from Sunday, and those counted from the day of the report. */
const WEEKDAYS: readonly string[] = [
  'sunday|dimanche|sonntag|domingo|domenica|воскресень[еяю]|zondag|niedziel[aęi]|周日|星期日|星期天|日曜|일요일',
  'monday|lundi|montag|lunes|lunedì|segunda-feira|понедельник[а-я]{0,2}|maandag|poniedziałek|周一|星期一|月曜|월요일',
  'tuesday|mardi|dienstag|martes|martedì|terça-feira|вторник[а-я]{0,2}|dinsdag|wtorek|周二|星期二|火曜|화요일',
  'wednesday|mercredi|mittwoch|miércoles|mercoledì|quarta-feira|сред[аыу]|woensdag|środę|środa|周三|星期三|水曜|수요일',
  'thursday|jeudi|donnerstag|jueves|giovedì|quinta-feira|четверг[а-я]{0,2}|donderdag|czwartek|周四|星期四|木曜|목요일',
  'friday|vendredi|freitag|viernes|venerdì|sexta-feira|пятниц[аыу]|vrijdag|piątek|周五|星期五|金曜|금요일',
  'saturday|samedi|samstag|sonnabend|sábado|sabato|суббот[аыу]|zaterdag|sobot[aęy]|周六|星期六|土曜|토요일',
];
const WEEKDAY = new RegExp(
  String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:${WEEKDAYS.map((names) => `(${names})`).join('|')})(?![\p{Script=Latin}\p{Script=Cyrillic}])`,
  'gu',
);
const YESTERDAY =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:yesterday|hier|gestern|ayer|ieri|ontem|вчера|gisteren|wczoraj|昨日|昨天|어제)(?![\p{Script=Latin}\p{Script=Cyrillic}])/u;
/** `5日` without its month. `日本`, `3日間`, `10일째` are no days. */
const DAY_ALONE = /(?<![\d.,月월~〜-])(?<![月월]\s)(\d{1,2})\s?[日일](?![本間间内內目连连내간째차동])/gu;
/** The first ten or twenty days of a month, as customs count them. */
const FIRST_DAYS =
  /(?<!\d)1\s?[日일]?\s?[~〜～–—-]\s?(10|20)\s?(?:[日일]|\p{L}+)|first (10|20|ten|twenty) days|(10|20|dix|vingt) premiers jours|(10|20|zehn|zwanzig) tage|ersten (10|20|zehn|zwanzig) tagen?|primeros (10|20|diez|veinte) días|primi (10|20|dieci|venti) giorni|primeiros (10|20|dez|vinte) dias|первы[ехй]\p{L}* (10|20|десять|двадцать) дн|前(10|20)[天日]/gu;
const TEN_DAYS = [
  ['月上旬', '1-10'],
  ['上・中旬', '1-20'],
  ['上中旬', '1-20'],
] as const;
/** A report writes of the days just past; in Asia it may be tomorrow already. */
const WEEKDAY_AHEAD = 1;
const MAX_FOUND = 12;

export interface Calendar {
  /** `2025-11-14` */
  readonly dates: readonly string[];
  /** `2025-10`, `2025-Q3` */
  readonly periods: readonly string[];
}

/**
 * Days, months and quarters that a text names, in the year nearest to its publication. A month alone is a period
 * (`exports in October`), a month with a day is a date.
 */
export function calendarIn(folded: string, published: number): Calendar {
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
    // `may` and `mars` are other words too: without a day they say nothing.
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
  // Of exports in the first twenty days of May, May is not the period.
  const told = spans.size > 0 ? [...spans].slice(0, 1) : periods;
  return { dates: [...dates].slice(0, MAX_FOUND), periods: [...told].slice(0, MAX_FOUND) };
}

/** The day of that number nearest to the report; undefined for numbers that no such day has. */
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

const TIME_WORDS = new RegExp(String.raw`^(?:${[...MONTHS, ...WEEKDAYS].join('|')})$`, 'u');

/** Whether a word, in lower case, is the name of a month or a day. */
export function isTimeWord(word: string): boolean {
  return TIME_WORDS.test(word);
}
