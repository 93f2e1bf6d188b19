import { bengaliDay } from './bengali-calendar.ts';
import { bikramSambat } from './bikram-sambat.ts';
import { datedBy } from './day-of-calendar.ts';
import { monthAbbreviation } from './date-words.ts';
import type { DateRules } from './date-context.ts';
import { ethiopicInGregorian, ethiopicInLatin, unmarkedEthiopicDay } from './ethiopic-days.ts';
import { hebrewDay } from './hebrew-calendar.ts';

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
const NUMBERED = /(?<![\d./-])(?<year>1[34]\d\d)([./-])(?<month>\d{1,2})\2(?<day>\d{1,2})(?![\d./-])/u;
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
 */
export function inGregorian(
  text: string,
  rules: Pick<DateRules, 'publisher' | 'calendar' | 'seen' | 'fromFeed'>,
): string {
  const { publisher } = rules;
  const numbered = rules.calendar === undefined ? undefined : unmarkedEthiopicDay(text);
  if (numbered !== undefined) return text.replace(numbered.written, ` ${numbered.day} `).trim();
  const latin = ethiopicInLatin(text, rules);
  if (latin !== undefined) return latin;
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
  const ethiopic = ethiopicInGregorian(plain, rules);
  if (ethiopic !== undefined) return ethiopic;
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
