import type { DateRules } from './date-context.ts';
import { datedBy } from './day-of-calendar.ts';
import { monthAbbreviation } from './date-words.ts';
import { geezInDigits } from './geez-numbers.ts';

/** The months of Ethiopia, of which the thirteenth has five or six days, with their spellings, also in Tigrinya. */
const MONTHS = [
  'መስከረም', 'ጥቅም[ትቲ]', '[ኅህሕ]ዳር', 'ታ[ኅህሕ][ሣሳ][ሥስ]', 'ጥር|ጥሪ', 'የካቲት|ለካቲት', 'መጋቢት', 'ሚያ[ዝዚ]ያ', 'ግንቦት|ጉንበት', 'ሰኔ|ሰነ', '[ሐሀ]ምሌ|ሓምለ',
  'ነ[ሐሃሀ][ሴሤ]|ነሓሰ', 'ጳጉሜን?',
]; // biome-ignore format: a table
/** The same in Latin letters. Those that are words of other languages too need the mark of the era. */
const LATIN_MONTHS = [
  'meskerem', 'tikimt|tikemt|tiqimt|teqemt', 'hidar|hedar', 'tahsas|tahisas|tahesas', 'tir|ter', 'yekatit|yakatit', 'megabit|maggabit',
  'miyazya|miazia|miyazia', 'ginbot|genbot', 'sene|sane', 'hamle|hamlie', 'nehase|nehasse|nahase', 'pagumen?|pagumien',
]; // biome-ignore format: a table

const oneOf = (names: readonly string[]) => names.map((name) => `(${name})`).join('|');
/** `ዓ.ም` is the mark of the era, with a further letter that of the Gregorian one, as `እ.ኤ.አ` is. */
const ERA = String.raw`ዓ[./]? ?ም\.?`;
const GREGORIAN = /ዓ[./]? ?ም[./]? ?ፈ|እ[./]? ?[ኤአ][./]? ?አ(?!\p{L})/u;
const BEFORE_YEAR = String.raw`(?: ?ቀን)?(?: ?[,፣/] ?| )(?<year>(?:19|20)\d\d)(?!\d)`;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2}) (?:${oneOf(MONTHS)})${BEFORE_YEAR}(?: ?${ERA})?`,
  'u',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<!\p{L})(?:${oneOf(MONTHS)}) (?<day>\d{1,2})${BEFORE_YEAR}(?: ?${ERA})?`,
  'u',
);
/** A date in numbers counts by this calendar only with the mark of its era, because publishers write Gregorian ones too. */
const NUMBERED = [
  /(?<!\d)(?<day>\d{1,2}) ?[./፡-] ?(?<month>\d{1,2}) ?[./፡-] ?(?<year>(?:19|20)\d\d) ?(?:ዓ[./]? ?ም\.?|E\. ?C\.?|\((?:EC|E\.C\.)\))/u,
  /(?<!\d)(?<year>(?:19|20)\d\d)[./-](?<month>\d{1,2})[./-](?<day>\d{1,2}) ?(?:ዓ[./]? ?ም\.?|E\. ?C\.?|\((?:EC|E\.C\.)\))/u,
];
/** The same without the mark. The caller knows that the publisher counts so. */
const UNMARKED = [
  /(?<![\d./-])(?<day>\d{1,2}) ?([./፡-]) ?(?<month>\d{1,2}) ?\2 ?(?<year>20\d\d)(?!\d)/u,
  /(?<![\d./-])(?<year>20\d\d)([./-])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d|T\d)/u,
];

const LATIN_YEAR = String.raw`,? (?<year>20\d\d)(?!\d)`;
const LATIN_ERA = String.raw`,? ?\(?E\.? ?C\.?(?![\p{L}])\)?`;
/** Names that are no words of other languages. */
const OWN_NAMES =
  /meskerem|ti[kq]|teqemt|hidar|hedar|tah[ie]?sas|katit|m[ae]gg?abit|m[iy]+azi?[iy]?a|g[ei]nbot|hamli?e|n[ae]ha|pagum/i;
const LATIN_DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2}) (?:${oneOf(LATIN_MONTHS)})${LATIN_YEAR}(?<era>${LATIN_ERA})?`,
  'iu',
);
const LATIN_MONTH_FIRST = new RegExp(
  String.raw`(?<!\p{L})(?:${oneOf(LATIN_MONTHS)}) (?<day>\d{1,2})${LATIN_YEAR}(?<era>${LATIN_ERA})?`,
  'iu',
);
/** A first test: nearly all dates end here. */
const MAY_BE_LATIN = new RegExp(
  String.raw`(?<!\p{L})(?:${LATIN_MONTHS.join('|')})(?!\p{L})|E\. ?C|\(EC`,
  'iu',
);

/** Names of months that only Tigrinya has. In Eritrea they mean the Gregorian months. */
const TIGRINYA = /ጥቅምቲ|ጥሪ|ለካቲት|ጉንበት|ሰነ(?!\p{L})|ሓምለ|ነሓሰ/u;
const ANY_MONTH = new RegExp(oneOf(MONTHS), 'u');

/** What decides whether an unmarked year is a Gregorian one. */
type Witnesses = Pick<DateRules, 'seen' | 'fromFeed'>;

const DAY_MS = 86_400_000;
/** Between the two readings of a year are nearly eight years. */
const HALF_MS = 3.85 * 365.25 * DAY_MS;
/** A page may be ahead of us by a zone. */
const AHEAD_MS = 2 * DAY_MS;

/**
 * Whether the year of a date without the mark of an era is a Gregorian one, with the name of an Ethiopian month for the one that
 * overlaps it: read by the calendar of Ethiopia, the day is later than the page was seen, or further from the feed's date.
 */
function isGregorianYear(day: string, { seen, fromFeed }: Witnesses): boolean {
  const read = Date.parse(day);
  if (seen !== undefined && read > seen.getTime() + AHEAD_MS) return true;
  return fromFeed !== undefined && read - fromFeed.getTime() > HALF_MS;
}

/**
 * Rewrites a date in the script of Ethiopia as a Gregorian one, and its digits as those of Europe. Undefined for texts
 * in other scripts.
 */
export function ethiopicInGregorian(text: string, witnesses: Witnesses): string | undefined {
  if (!/\p{Script=Ethiopic}/u.test(text)) return undefined;
  const plain = geezInDigits(text);
  const isMarked = new RegExp(ERA, 'u').test(plain);
  if (GREGORIAN.test(plain) || (!isMarked && TIGRINYA.test(plain))) return withGregorianMonth(plain);
  const numbered = NUMBERED.map((form) => form.exec(plain)).find((found) => found !== null);
  const found =
    datedBy('ethiopic', DAY_FIRST.exec(plain)) ??
    datedBy('ethiopic', MONTH_FIRST.exec(plain), 1) ??
    datedBy('ethiopic', numbered ?? null);
  if (found !== undefined && !isMarked && isGregorianYear(found.day, witnesses))
    return withGregorianMonth(plain);
  return found === undefined ? plain : plain.replace(found.written, ` ${found.day} `).trim();
}

/** January is the fifth of these names, and so on. */
function withGregorianMonth(text: string): string {
  return text.replace(ANY_MONTH, (name, ...groups) => {
    const at = groups.findIndex((group) => group === name);
    return at > 11 ? name : ` ${monthAbbreviation(((at + 8) % 12) + 1)} `;
  });
}

/** The same for a date in Latin letters (`Yekatit 23, 2018 (E.C.)`). Undefined where there is none. */
export function ethiopicInLatin(text: string, witnesses: Witnesses): string | undefined {
  if (!MAY_BE_LATIN.test(text)) return undefined;
  const named = LATIN_DAY_FIRST.exec(text);
  const found = named ?? LATIN_MONTH_FIRST.exec(text);
  const isSure = found !== null && (found.groups?.['era'] !== undefined || OWN_NAMES.test(found[0]));
  const numbered = NUMBERED.map((form) => form.exec(text)).find((one) => one !== null) ?? null;
  const dated = isSure ? datedBy('ethiopic', found, named === null ? 1 : 2) : datedBy('ethiopic', numbered);
  if (dated === undefined) return undefined;
  if (isSure && found.groups?.['era'] === undefined && isGregorianYear(dated.day, witnesses)) {
    const at = found.slice(named === null ? 1 : 2).findIndex((name) => name !== undefined);
    const { day, year } = found.groups ?? {};
    return at > 11
      ? undefined
      : text.replace(found[0], ` ${day} ${monthAbbreviation(((at + 8) % 12) + 1)} ${year} `).trim();
  }
  return text.replace(dated.written, ` ${dated.day} `).trim();
}

/** The Gregorian day of a date in numbers that counts by the calendar of Ethiopia, and the year as written. */
export function unmarkedEthiopicDay(
  text: string,
): { written: string; day: string; year: number } | undefined {
  const found = UNMARKED.map((form) => form.exec(text)).find((one) => one !== null) ?? null;
  const dated = datedBy('ethiopic', found);
  return dated === undefined ? undefined : { ...dated, year: Number(found?.groups?.['year']) };
}
