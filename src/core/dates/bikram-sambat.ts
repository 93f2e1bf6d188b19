import { dayOfSolarMonth, entryIntoSign } from './solar-month.ts';

/** Months of Nepal, in the spellings of its papers and in Latin letters. */
const MONTHS = [
  'बैशाख|वैशाख|बैसाख|baisakh|baishakh', 'जेठ|ज्येष्ठ|jestha|jeth', 'असार|आषाढ|अषाढ|asar|ashadh', 'साउन|श्रावण|saun|shrawan|sawan',
  'भदौ|भाद्र|भाद्रपद|bhadau|bhadra', 'असोज|आश्विन|अश्विन|asoj|ashwin|aswin', 'कात्तिक|कार्तिक|कार्त्तिक|kattik|kartik',
  'मंसिर|मङ्सिर|मङसिर|मार्ग|mangsir|mansir|marga', 'पुस|पुष|पौष|push|poush|paush', 'माघ|magh', 'फागुन|फाल्गुन|फागुण|fagun|phagun|falgun',
  'चैत|चैत्र|chait|chaitra',
]; // biome-ignore format: a table

const ONE_OF = MONTHS.map((names) => `(${names.normalize('NFKC')})`).join('|');
const YEAR = String.raw`(?<!\d)(?<year>20[5-9]\d)(?!\d)(?: साल)?`;
const BEFORE = String.raw`(?:(?:वि ?\.? ?सं ?\.?|b\.?s\.?) ?)?`;
const DAY = String.raw`(?<!\d)(?<day>[1-9]|[12]\d|3[0-2])(?!\d)(?: ?गते)?`;
const WORDED = [
  new RegExp(String.raw`${DAY},? (?:${ONE_OF}),? ${BEFORE}${YEAR}`, 'iu'),
  new RegExp(String.raw`${BEFORE}${YEAR},? (?:${ONE_OF}),? ${DAY}`, 'iu'),
  new RegExp(String.raw`(?<!\p{L})(?:${ONE_OF}) ${DAY},? ${BEFORE}${YEAR}`, 'iu'),
];
/** The group of the first month's name in each form. */
const FIRST = [2, 2, 1];
const NUMBERED =
  /(?<![\d./-])(?<year>20[5-9]\d)(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d./-])/u;
/** The moon's months of India have the same names, and halves. Their days are not computed. */
const LUNAR = /शुक्ल|कृष्ण|सुदी|वदी|शुद्ध|वद्य|पक्ष/u;

/**
 * The part of a day, before or after midnight, at which the months of Nepal change days, where the sun enters the sign
 * of each. Fitted to the published months of 2050 to 2083, with which all 408 agree.
 */
const CHANGES = [
  -0.013, -0.008, -0.036, 0.204, -0.021, -0.026, -0.042, -0.043, -0.035, -0.305, -0.011, -0.002,
] as const;
/** Years of Vikrama are ahead of the Gregorian year in which they begin by this many. */
const AHEAD = 57;

function firstDay(year: number, month: number): number {
  return Math.floor(entryIntoSign(year, month) - CHANGES[(month - 1) % 12]!);
}

/**
 * A day of Nepal's calendar (Bikram Sambat) in a text with Latin digits. In digits alone it counts only where the
 * publisher is in Nepal; as a Gregorian one it would be decades ahead.
 * @param publisher IANA zone of the publisher, where known
 */
export function bikramSambat(
  text: string,
  publisher: string | undefined,
): { written: string; day: string } | undefined {
  if (!/20[5-9]\d/.test(text) || LUNAR.test(text) || publisher === 'Asia/Kolkata') return undefined;
  for (const [at, form] of WORDED.entries()) {
    const found = form.exec(text);
    if (found === null) continue;
    const named = found.slice(FIRST[at], FIRST[at]! + 12).findIndex((name) => name !== undefined) + 1;
    return dated(found, named);
  }
  if (publisher !== 'Asia/Kathmandu') return undefined;
  const found = NUMBERED.exec(text);
  return found === null ? undefined : dated(found, Number(found.groups?.['month']));
}

function dated(found: RegExpExecArray, month: number): { written: string; day: string } | undefined {
  const { year, day } = found.groups ?? {};
  const date = dayOfSolarMonth(firstDay, Number(year) - AHEAD, month, Number(day));
  return date === undefined ? undefined : { written: found[0], day: date.toISOString().slice(0, 10) };
}
