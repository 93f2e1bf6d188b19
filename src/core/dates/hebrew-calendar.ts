/** Months with their spellings, by the name that the engine's calendar gives them in English. */
const MONTHS: readonly (readonly [string, string])[] = [
  ['Tishri', 'תשרי|tishr(?:e?i)'], ['Heshvan', '(?:מר)?חשוו?ן|(?:mar)?c?heshvan'], ['Kislev', 'כסליו|כסלו|kislev'], ['Tevet', 'טבת|tevet|teves'],
  ['Shevat', 'שבט|sh[’\']?e?vat'], ['Adar I', 'אדר (?:א(?![א-ת])[\'׳]?|ראשון)|adar (?:i|1|rishon|aleph)(?!i)'],
  ['Adar II', 'אדר (?:ב(?![א-ת])[\'׳]?|שני)|adar (?:ii|2|sheni|bet)'], ['Adar', 'אדר|adar'], ['Nisan', 'ניסן|nissan|nisan'], ['Iyar', 'אייר|איר|iyy?ar'],
  ['Sivan', 'סיוו?ן|sivan'], ['Tamuz', 'תמוז|tamm?uz'], ['Av', 'מנחם[ -]אב|אב|menachem av|av'], ['Elul', 'אלול|elul'],
]; // biome-ignore format: a table

const MARK = String.raw`["'״׳”“’]{0,2}`;
const LETTERS = new Map(
  [...'אבגדהוזחט'].map((letter, at) => [letter, at + 1] as const).concat(
    [...'יכלמנסעפצ'].map((letter, at) => [letter, 10 * (at + 1)] as const),
    [...'קרשת'].map((letter, at) => [letter, 100 * (at + 1)] as const),
    [['ך', 20], ['ם', 40], ['ן', 50], ['ף', 80], ['ץ', 90]],
  ),
); // biome-ignore format: a table
const ONE_OF = MONTHS.map(([, names]) => `(${names})`).join('|');
const DAY = String.raw`(?<![\d\p{L}])ב?(?:(?<day>[12]?\d|30)(?!\d)(?:st|nd|rd|th)?|(?<letters>[א-ל]${MARK}[א-ט]?)${MARK})`;
const YEAR = String.raw`(?:(?<year>5[78]\d\d)(?!\d)|(?<written>(?:ה${MARK})?ת[קרש]?[נ-ץ]?${MARK}[א-ץ]?)${MARK}(?!\p{L}))`;
const DAY_FIRST = new RegExp(String.raw`${DAY} (?:ב|of )?(?:${ONE_OF}),? ${YEAR}`, 'iu');
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})(?:${ONE_OF}) ${DAY},? ${YEAR}`, 'iu');

const DAY_MS = 86_400_000;
/** The first day of the calendar and the length of its year in days. A month may begin this many days from the estimate. */
const START = Date.UTC(-3760, 8, 7);
const LENGTH = 365.2468;
const SPAN = 45;

let format: Intl.DateTimeFormat | undefined;

/**
 * A day of the Hebrew calendar, in letters or digits: `י״ט בכסלו תשפ״ז`, `19 Kislev 5787`. A day of Adar without its
 * number in a year that has two is none.
 */
export function hebrewDay(text: string): { written: string; day: string } | undefined {
  if (!/תש|ת["'״׳”]|5[78]\d\d/u.test(text)) return undefined;
  let found = DAY_FIRST.exec(text);
  const first = found === null ? 1 : 3;
  found ??= MONTH_FIRST.exec(text);
  if (found === null) return undefined;
  const groups = found.groups ?? {};
  const at = found.slice(first, first + MONTHS.length).findIndex((name) => name !== undefined);
  const day = groups['day'] === undefined ? valueOf(groups['letters'] ?? '') : Number(groups['day']);
  const year = groups['year'] === undefined ? yearIn(groups['written'] ?? '') : Number(groups['year']);
  const date = dayIn(MONTHS[at]![0], year, day, at);
  return date === undefined ? undefined : { written: found[0], day: date.toISOString().slice(0, 10) };
}

/** The sum of Hebrew numerals. */
function valueOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum + (LETTERS.get(letter) ?? 0), 0);
}

/** A year, usually without its thousands. */
function yearIn(written: string): number {
  return 5_000 + valueOf(written.replace(/^ה/u, ''));
}

function dayIn(month: string, year: number, day: number, at: number): Date | undefined {
  format ??= new Intl.DateTimeFormat('en-u-ca-hebrew-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
  const guess = START + Math.round((year - 1 + Math.min(at, 12) / 12.4) * LENGTH + day - 1) * DAY_MS;
  for (let days = -SPAN; days <= SPAN; days += 1) {
    const date = new Date(guess + days * DAY_MS);
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(date)) part[type] = value;
    if (part['month'] === month && part['day'] === String(day) && part['year'] === String(year)) return date;
  }
  return undefined;
}
