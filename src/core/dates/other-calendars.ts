import { geezInDigits } from './geez-numbers.ts';
import { bengaliDay } from './bengali-calendar.ts';
import { bikramSambat } from './bikram-sambat.ts';
import { monthAbbreviation } from './date-words.ts';
import { hebrewDay } from './hebrew-calendar.ts';

/** A calendar of the Unicode CLDR that publishers use. */
type Calendar = 'persian' | 'islamic-umalqura' | 'ethiopic';

/** With the names of Afghanistan, and in Latin letters. */
const PERSIAN_MONTHS = [
  'فروردین|حمل|farvardin', 'اردیبهشت|ثور|ordibehesht', 'خرداد|جوزا|khordad', 'تیر|سرطان|tir', 'مرداد|اسد|mordad',
  'شهریور|سنبله|shahrivar', 'مهر|میزان|mehr', 'آبان|عقرب|aban', 'آذر|قوس|azar', 'دی|جدی|dey', 'بهمن|دلو|bahman',
  'اسفند|حوت|esfand',
]; // biome-ignore format: a table

/** With the spellings of each name, also in Urdu, Turkish, Malay and Indonesian. */
const ISLAMIC_MONTHS = [
  'محرم|muharr?am|muharrem', 'صفر|safar|safer',
  "رب[يی]ع ال[أا]ول|rabi['’]? ?(?:al-awwal|ul-awwal|i(?!i))|rabi['’]?ulawal|rab[iî]ul ?awal|rebiülevvel",
  "رب[يی]ع (?:الآخر|الاخر|الثان[يی])|rabi['’]? ?(?:al-thani|al-akhir|ath-thani|ul-akhir|us-sani|ii)|rabi['’]?ulakhir|rab[iî]ul ?akhir|rebiülahir",
  'جماد[ىيی] ال[أا]ول[ىيی]?|jumada ?(?:al-ula|al-awwal|ul-ula|i(?!i))|jamadil ?awal|jumadil ?awal|cemaziyelevvel',
  'جماد[ىيی] (?:ال[آا]خرة?|الثان[يیى][ةه]?)|jumada ?(?:al-thani|al-thaniyah|al-akhirah?|ath-thaniya|ii)|jamadil ?akhir|jumadil ?akhir|cemaziyelahir',
  'رجب|rajab|rejab|recep', "شعبان|sha['’]?ban|sy?a['’]?ban|şaban", 'رمضان|ramad(?:h)?an|ramazan|ramzan',
  'شوال|shawwal|syawal|şevval', "ذ[يو] ?القعد[ةه]|ذ[یي]قعد[ہه]?|dhu(?:['’]?l| al)-?q[ai]['’]?dah?|zul[kq]a['’]?(?:i)?dah|zilkade",
  "ذ[يو] ?الحج[ةهہ]|dhu(?:['’]?l| al)-?hijjah?|(?:d)?zulhij+ah|zilhicce",
]; // biome-ignore format: a table

/** The months of Ethiopia, of which the thirteenth has five or six days, with their spellings. */
const ETHIOPIC_MONTHS = [
  'መስከረም', 'ጥቅምት', '[ኅህሕ]ዳር', 'ታ[ኅህሕ][ሣሳ][ሥስ]', 'ጥር', 'የካቲት', 'መጋቢት', 'ሚያ[ዝዚ]ያ', 'ግንቦት', 'ሰኔ', '[ሐሀ]ምሌ', 'ነ[ሐሃሀ][ሴሤ]', 'ጳጉሜን?',
]; // biome-ignore format: a table

/** Months with names of two words in the Levant and in Iraq. */
const MONTHS_OF_LEVANT: readonly (readonly [RegExp, number])[] = [
  [/كانون الثاني/u, 1],
  [/تشرين ال[أا]ول/u, 10],
  [/تشرين الثاني/u, 11],
  [/كانون ال[أا]ول/u, 12],
];

/** Arabic papers give a month by both of its names: `نيسان/أبريل`, `تشرين الثاني (نوفمبر)`. */
const SECOND_NAME =
  /([A-Z][a-z]{2}|[\u0621-\u064a]{3,6}) ?(?:[/-] ?(?:[\u0621-\u064a]{4,7}|[A-Z][a-z]{2})|\((?:[\u0621-\u064a]{4,7}|[A-Z][a-z]{2})\))(?= ?[،,]? ?(?:19|20)\d\d)/u;

/** The eras of East Asia, each with the year before its first. A Latin letter is an era only before a number. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/令和 ?(?<year>元|\d{1,2})(?= ?年)|^R(?<short>\d{1,2})(?=([./-])\d{1,2}\3\d{1,2}(?!\d))/iu, 2018],
  [/平成 ?(?<year>元|\d{1,2})(?= ?年)|^H(?<short>\d{1,2})(?=([./-])\d{1,2}\3\d{1,2}(?!\d))/iu, 1988],
  // A year of three digits is a date only in the calendar of the Republic of China.
  [
    /(?:中華)?民[國国] ?(?<year>\d{2,3})(?= ?[年./-])|^(?<short>1[0-4]\d)(?=([./-])\d{1,2}\3\d{1,2}(?![\d./-])|(?: ?年 ?\d{1,2} ?月))/u,
    1911,
  ],
];

/** North Korea prints its own year before the Gregorian one. */
const JUCHE = /주체 ?\d{2,3} ?\((\d{4})\) ?년/u;

/** A year of two digits after a Thai month; numbers beside units of time are no years. */
const THAI_SHORT_YEAR =
  /(?<=\d ?[\u0e00-\u0e7f.]{2,14} ?)(?<!(?:นาฬิกา|นาที|เวลา) ?)(\d{2})(?!\d| ?(?:[:.]|นาฬิกา|นาที|วินาที|น\.))/;

const oneOf = (names: readonly string[]) => names.map((name) => `(${name})`).join('|');
const YEAR = String.raw`(?<year>1[34]\d\d)(?!\d)`;
const PERSIAN = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2}) (?:${oneOf(PERSIAN_MONTHS)})(?: ماه)?،? ${YEAR}`,
  'iu',
);
/** The year first, as the CLDR writes a Persian day with its weekday. */
const PERSIAN_YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)${YEAR} (?:${oneOf(PERSIAN_MONTHS)}) (?<day>\d{1,2})(?!\d)`,
  'u',
);
const ISLAMIC = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2})(?: من)? (?:${oneOf(ISLAMIC_MONTHS)})[,،]? ${YEAR}(?: ?(?:هـ?|ah)(?![\p{L}]))?`,
  'iu',
);
const ETHIOPIC_YEAR = String.raw`(?: ቀን)?[,፣]? (?<year>(?:19|20)\d\d)(?!\d)(?: ?ዓ\.?ም\.?)?`;
const ETHIOPIC = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2}) (?:${oneOf(ETHIOPIC_MONTHS)})${ETHIOPIC_YEAR}`,
  'u',
);
const ETHIOPIC_MONTH_FIRST = new RegExp(
  String.raw`(?<!\p{L})(?:${oneOf(ETHIOPIC_MONTHS)}) (?<day>\d{1,2})${ETHIOPIC_YEAR}`,
  'u',
);
/** A date in numbers counts by this calendar only with the mark of its era, because publishers write Gregorian ones too. */
const ETHIOPIC_NUMBERED = [
  /(?<!\d)(?<day>\d{1,2}) ?[./፡-] ?(?<month>\d{1,2}) ?[./፡-] ?(?<year>(?:19|20)\d\d) ?ዓ[./]? ?ም\.?/u,
  /(?<!\d)(?<year>(?:19|20)\d\d)[./-](?<month>\d{1,2})[./-](?<day>\d{1,2}) ?ዓ[./]? ?ም\.?/u,
];
/** The same without the mark. The caller knows that the publisher counts so. */
const ETHIOPIC_UNMARKED = [
  /(?<![\d./-])(?<day>\d{1,2}) ?([./፡-]) ?(?<month>\d{1,2}) ?\2 ?(?<year>20\d\d)(?!\d)/u,
  /(?<![\d./-])(?<year>20\d\d)([./-])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d|T\d)/u,
];
const NUMBERED = /(?<![\d./-])(?<year>1[34]\d\d)([./-])(?<month>\d{1,2})\2(?<day>\d{1,2})(?![\d./-])/u;
/** In numeric dates, years up to this are Persian, later ones Islamic. */
const LAST_PERSIAN = 1428;

const HAN_DIGITS = '〇一二三四五六七八九';
/** Numbers in Chinese characters before a year, a month or a day. */
const HAN_NUMBER = /[〇零一二三四五六七八九十百]+(?= ?[年月日])/gu;

/** Writes numbers in Chinese characters as digits: `二〇二六年十一月三十日`, `民國一百一十五年`. */
function inDigits(text: string): string {
  return text.replace(HAN_NUMBER, (written) => {
    const han = written.replaceAll('零', '〇');
    if (!/[十百]/.test(han)) return [...han].map((one) => HAN_DIGITS.indexOf(one)).join('');
    const [, hundreds, tens, ones = ''] = /^(?:(.?)百)?〇?(?:(.?)十)?(.?)$/u.exec(han) ?? [];
    const value = (digit: string | undefined, unit: number) =>
      digit === undefined ? 0 : unit * (digit === '' ? 1 : HAN_DIGITS.indexOf(digit));
    return String(value(hundreds, 100) + value(tens, 10) + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones)));
  });
}

const BEGINNING = new RegExp(
  String.raw`^(?:${[...PERSIAN_MONTHS, ...ISLAMIC_MONTHS].join('|')}|${MONTHS_OF_LEVANT.map(([{ source }]) => source).join('|')})(?!\p{L})`,
  'iu',
);

/** The length of the month of another calendar, or of the Levant, with which a text begins; 0 where it begins otherwise. */
export function beginsWithMonth(text: string): number {
  return BEGINNING.exec(text)?.[0].length ?? 0;
}

/**
 * Rewrites a date of another calendar as a Gregorian one; other text is unchanged.
 * @param publisher IANA zone of the publisher, where known
 * @param calendar in which dates in numbers count
 */
export function inGregorian(text: string, publisher?: string, calendar?: 'ethiopic'): string {
  const numbered = calendar === undefined ? undefined : unmarkedEthiopicDay(text);
  if (numbered !== undefined) return text.replace(numbered.written, ` ${numbered.day} `).trim();
  if (/^[\x20-\x7e]*(?<!\d)(?:19\d|20[0-4])\d(?!\d)[\x20-\x7e]*$/.test(text)) return text;
  let plain = inDigits(text);
  for (const [name, month] of MONTHS_OF_LEVANT) plain = plain.replace(name, monthAbbreviation(month));
  plain = plain.replace(SECOND_NAME, '$1');
  for (const [era, before] of ERAS)
    plain = plain.replace(era, (...found) => {
      const { year, short } = found.at(-1) as Record<string, string | undefined>;
      return String(before + (year === '元' ? 1 : Number(year ?? short)));
    });
  plain = plain.replace(JUCHE, '$1년');
  // Thai dates may leave out the century of the Buddhist year too.
  plain = plain.replace(THAI_SHORT_YEAR, '25$1');
  if (/\p{Script=Ethiopic}/u.test(plain)) plain = geezInDigits(plain);
  const ethiopic = /\p{Script=Ethiopic}/u.test(plain) ? ethiopicDay(plain) : undefined;
  if (ethiopic !== undefined) return plain.replace(ethiopic.written, ` ${ethiopic.day} `).trim();
  const other =
    bikramSambat(plain, publisher) ??
    bengaliDay(plain, publisher) ??
    hebrewDay(plain) ??
    datedBy('persian', PERSIAN.exec(plain)) ??
    datedBy('persian', PERSIAN_YEAR_FIRST.exec(plain)) ??
    datedBy('islamic-umalqura', ISLAMIC.exec(plain)) ??
    datedBy(undefined, NUMBERED.exec(plain));
  if (other === undefined) return plain;
  // A date given in two calendars already has the Gregorian one.
  const isGiven = /(?<!\d)(?:19\d|20[0-4])\d(?!\d)/.test(plain);
  if (other.day === undefined && !isGiven) return plain;
  return plain.replace(other.written, isGiven ? ' ' : ` ${other.day} `).trim();
}

/** The Gregorian day of a date in numbers that counts by the calendar of Ethiopia, and the year as written. */
export function unmarkedEthiopicDay(
  text: string,
): { written: string; day: string; year: number } | undefined {
  const found = ETHIOPIC_UNMARKED.map((form) => form.exec(text)).find((one) => one !== null) ?? null;
  const dated = datedBy('ethiopic', found);
  return dated === undefined ? undefined : { ...dated, year: Number(found?.groups?.['year']) };
}

function ethiopicDay(text: string): ReturnType<typeof datedBy> {
  const numbered = ETHIOPIC_NUMBERED.map((form) => form.exec(text)).find((found) => found !== null);
  return (
    datedBy('ethiopic', ETHIOPIC.exec(text)) ??
    datedBy('ethiopic', ETHIOPIC_MONTH_FIRST.exec(text), 1) ??
    datedBy('ethiopic', numbered ?? null)
  );
}

/** @param firstMonth the group of the first month's name */
function datedBy(
  calendar: Calendar | undefined,
  found: RegExpExecArray | null,
  firstMonth = 2,
): { written: string; day: string } | undefined {
  if (found === null) return undefined;
  const { year = '', month, day = '' } = found.groups ?? {};
  const named = found.slice(firstMonth, firstMonth + 13).findIndex((name) => name !== undefined) + 1;
  const meant = calendar ?? (Number(year) <= LAST_PERSIAN ? 'persian' : 'islamic-umalqura');
  const date = dayIn(meant, Number(year), month === undefined ? named : Number(month), Number(day));
  return date === undefined ? undefined : { written: found[0], day: date.toISOString().slice(0, 10) };
}

const DAY_MS = 86_400_000;
/** First day of the calendar, and the length of its year in days. */
const COUNTED: Readonly<Record<Calendar, readonly [start: number, year: number]>> = {
  persian: [Date.UTC(622, 2, 22), 365.2422],
  'islamic-umalqura': [Date.UTC(622, 6, 19), 354.3671],
  // `Date.UTC` takes years below 100 for those of the twentieth century.
  ethiopic: [Date.UTC(2026, 8, 11) - 2018 * 365.25 * DAY_MS, 365.25],
};

const formats = new Map<Calendar, Intl.DateTimeFormat>();

/** Created on first use, because that takes longer than everything else here. */
function formatOf(calendar: Calendar): Intl.DateTimeFormat {
  let format = formats.get(calendar);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-u-nu-latn', { calendar, timeZone: 'UTC', dateStyle: 'short' });
    formats.set(calendar, format);
  }
  return format;
}

/**
 * The Gregorian day of a date in a calendar: estimated by the mean year, then searched nearby. Undefined where there
 * is none.
 */
function dayIn(calendar: Calendar, year: number, month: number, day: number): Date | undefined {
  const [start, length] = COUNTED[calendar];
  const format = formatOf(calendar);
  const wanted = `${month}/${day}/${year}`;
  const guess = start + Math.round((year - 1 + (month - 1) / 12) * length + day - 1) * DAY_MS;
  for (let days = -SPAN; days <= SPAN; days += 1) {
    const date = new Date(guess + days * DAY_MS);
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(date)) part[type] = value;
    if (`${part['month']}/${part['day']}/${part['year']}` === wanted) return date;
  }
  return undefined;
}

/** How far the estimate may be off. Days. */
const SPAN = 8;
