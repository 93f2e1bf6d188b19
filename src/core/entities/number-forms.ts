/** The decimal digits that news are written in, for use inside a character class. */
export const DIGITS = '0-9०-९٠-٩۰-۹０-９';

const ASCII_DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['०१२३४५६७८९', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９'].flatMap((digits) =>
    [...digits].map((digit, value) => [digit, String(value)]),
  ),
);
const DECIMAL_POINTS: Readonly<Record<string, string>> = { '٫': '.', '．': '.' };
/** Write 1.5 for one and a half; the others write 1,5. */
const POINT_LANGUAGES = new Set('eng cmn jpn kor hin tha heb'.split(' '));

/**
 * The value of a number in digits with or without separators (`1,234.5`, `1.234,5`, `1 234`). Where one separator is
 * followed by three digits, `language` (ISO 639-3) tells thousands from decimals; without it a comma is taken for
 * thousands, and so is a point unless a power of ten follows (`1.234 billion` is one and a bit).
 */
export function parseDigits(
  written: string,
  { language, scaled }: { readonly language: string | undefined; readonly scaled: boolean },
): number {
  const plain = written.replace(
    /[^0-9.,]/gu,
    (character) => ASCII_DIGITS[character] ?? DECIMAL_POINTS[character] ?? '',
  );
  const separators = plain.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return Number(plain);
  const whole = plain.slice(0, plain.lastIndexOf(last)).replace(/[.,]/g, '');
  const fraction = plain.slice(plain.lastIndexOf(last) + 1);
  const repeated = separators.length > 1 && separators.every((separator) => separator === last);
  const single = separators.length === 1;
  const groups = repeated || (single && groupsThousands(whole, fraction, last, language, scaled));
  return Number(groups ? whole + fraction : `${whole}.${fraction}`);
}

function groupsThousands(
  whole: string,
  fraction: string,
  separator: string,
  language: string | undefined,
  scaled: boolean,
): boolean {
  if (fraction.length !== 3 || whole === '0' || whole.length > 3) return false;
  if (language !== undefined) return POINT_LANGUAGES.has(language) === (separator === ',');
  return separator === ',' || fraction.endsWith('00') || !scaled;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a numeral below 10,000 in Han characters (三百二十 → 320); undefined for anything else. */
export function parseHanNumeral(written: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const character of written) {
    const power = HAN_POWERS[character];
    const value = HAN_DIGITS[character];
    if (power !== undefined) {
      sum += (digit ?? 1) * power;
      digit = undefined;
    } else if (value !== undefined) {
      if (digit !== undefined) return undefined;
      digit = value;
    } else {
      return undefined;
    }
  }
  return sum + (digit ?? 0);
}
