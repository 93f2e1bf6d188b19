/** A date as a text gives it. */
export interface CalendarDate {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number;
  /** Undefined for a month alone, which is given only with its year. */
  readonly day: number | undefined;
  /** UTF-16 offsets into the text as given. */
  readonly start: number;
  readonly end: number;
}

/** Names of the months, in the forms that stand in dates; by number. */
const MONTHS: readonly string[] = [
  `january jan janvier janv januar jänner enero ene gennaio gen janeiro января январь januari stycznia styczeń ocak يناير
  जनवरी`,
  `february feb février févr fevrier februar febrero febbraio fevereiro fev февраля февраль februari lutego luty şubat فبراير
  फरवरी फ़रवरी`,
  'march mar mars märz marzo março марта март maart marca marzec mart مارس मार्च',
  'april apr avril avr abril abr aprile апреля апрель kwietnia kwiecień nisan أبريل ابريل अप्रैल',
  'may mai mayo maggio maio мая май mei maja maj mayıs مايو मई',
  'june jun juin juni junio giugno junho июня июнь czerwca czerwiec haziran يونيو जून',
  'july jul juillet juil juli julio luglio julho июля июль lipca lipiec temmuz يوليو जुलाई',
  'august aug août aout agosto ago августа август augustus sierpnia sierpień ağustos أغسطس अगस्त',
  `september sep sept septembre septiembre settembre setembro сентября сентябрь września wrzesień eylül سبتمبر सितंबर
  सितम्बर`,
  'october oct octobre oktober okt octubre ottobre outubro октября октябрь października październik ekim أكتوبر अक्टूबर',
  'november nov novembre noviembre novembro ноября ноябрь listopada listopad kasım نوفمبر नवंबर नवम्बर',
  `december dec décembre déc dezember dez diciembre dic dicembre dezembro декабря декабрь grudnia grudzień aralık ديسمبر
  दिसंबर दिसम्बर`,
];

const NUMBER_OF_MONTH = new Map<string, number>();
for (const [index, names] of MONTHS.entries()) {
  for (const name of names.split(/\s+/)) NUMBER_OF_MONTH.set(name, index + 1);
}

const DAY = '(?<day>[0-9०-९٠-٩]{1,2})';
const YEAR = '(?<year>[0-9०-९٠-٩]{4})';
const NAME = String.raw`(?<name>\p{L}[\p{L}\p{M}]{2,11})`;
const OF = String.raw`(?:de\s|of\s)?`;
const BEGINS = String.raw`(?<![\p{L}\p{M}\d./-])`;
const ENDS = String.raw`(?![\p{L}\p{M}\d])`;

// Each takes a date apart in named groups; the first that fits at a place counts.
const PATTERNS: readonly RegExp[] = [
  // 2025-09-17
  String.raw`${BEGINS}${YEAR}-(?<month>\d{2})-${DAY}(?!\d)`,
  // 2025年9月17日, 9月17日, 2025년 9월 17일; the month alone needs its year
  String.raw`(?<!\d)(?:${YEAR}\s?[年년]\s?)(?<month>\d{1,2})\s?[月월](?:\s?${DAY}\s?[日일号號])?`,
  String.raw`(?<!\d)(?<month>\d{1,2})\s?[月월]\s?${DAY}\s?[日일号號]`,
  // ngày 17 tháng 9 năm 2025, 17 tháng 9
  String.raw`${BEGINS}${DAY}\stháng\s(?<month>\d{1,2})(?:\snăm\s${YEAR})?${ENDS}`,
  // 17 September 2025, 17. September, 17th of September, 17 de septiembre de 2025, 1er août
  String.raw`${BEGINS}${DAY}(?:\.|º|°|er|st|nd|rd|th)?\s${OF}${NAME}\.?(?:,?\s${OF}${YEAR})?${ENDS}`,
  // September 17, 2025; Sept. 17
  String.raw`${BEGINS}${NAME}\.?\s${DAY}(?:st|nd|rd|th)?(?:,\s${YEAR})?${ENDS}`,
  // September 2025, septembre 2025, septiembre de 2025
  String.raw`${BEGINS}${NAME}\s${OF}${YEAR}${ENDS}`,
  // 17.09.2025; 17/09/2025 only where the first cannot be a month, since Americans put that first
  String.raw`${BEGINS}${DAY}\.(?<month>\d{1,2})\.${YEAR}(?!\d)`,
  String.raw`${BEGINS}(?<day>1[3-9]|2\d|3[01])/(?<month>\d{1,2})/${YEAR}(?!\d)`,
].map((source) => new RegExp(source, 'giu'));

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The calendar dates of a text that name a month, in order, without overlaps. Years are taken as Gregorian. */
export function extractDates(text: string): CalendarDate[] {
  const found: CalendarDate[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const { day: dayDigits, month: monthDigits, year: yearDigits, name } = match.groups ?? {};
      const month = name === undefined ? toNumber(monthDigits) : NUMBER_OF_MONTH.get(name.toLowerCase());
      const day = toNumber(dayDigits);
      const year = toNumber(yearDigits);
      // English alone puts the name first, and in capitals: `may 5 people` is no date.
      if (name !== undefined && match[0].startsWith(name) && name === name.toLowerCase() && day !== undefined)
        continue;
      if (month === undefined || month < 1 || month > 12) continue;
      if (day !== undefined && (day < 1 || day > DAYS_IN_MONTH[month - 1]!)) continue;
      if (year !== undefined && (year < 1900 || year > 2100)) continue;
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ year, month, day, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function toNumber(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return Number(
    digits.replace(/[०-९٠-٩]/g, (digit) => String((digit.charCodeAt(0) & 0xf) - (digit >= '०' ? 6 : 0))),
  );
}
