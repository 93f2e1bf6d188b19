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
  for (const match of folded.matchAll(CJK_DAY)) {
    note(Number(match[1]), match[2] === undefined ? undefined : Number(match[2]));
  }
  for (const match of folded.matchAll(QUARTER)) {
    const ordinal = match.slice(1).find((group) => group !== undefined) ?? '';
    const quarter = ORDINALS.findIndex((pattern) => pattern.test(ordinal)) + 1;
    if (quarter > 0) periods.add(`${nearestYear(quarter * 3 - 1, 15, published)}-Q${quarter}`);
  }
  return { dates: [...dates].slice(0, MAX_FOUND), periods: [...periods].slice(0, MAX_FOUND) };
}

function nearestYear(month: number, day: number, published: number): number {
  const year = new Date(published).getUTCFullYear();
  const inYear = Date.UTC(year, month - 1, day);
  if (inYear - published > 182 * DAY_MS) return year - 1;
  return published - inYear > 183 * DAY_MS ? year + 1 : year;
}
