import { monthNamed } from './date-words.ts';
import { beginsWithMonth } from './other-calendars.ts';
import { dayWords, spokenForm, yearWords } from './spoken-numbers.ts';

/** A longer text is a sentence. */
const MAX_TEXT = 160;
const MAX_TOKENS = 24;
/** The most words of a day and of a year. */
const DAY_WORDS = 4;
const YEAR_WORDS = 7;
/** Words between a day, its month and its year. */
const BETWEEN =
  /^(?:of|the|day|de|del|dell|di|do|da|le|el|al|il|lo|du|der|den|dem|im|jahres?|in|på|år|am|anno|año|ano|an|année|roku|года?|году|р|року|рік|yılı|من|شهر|سنة|عام|لعام|العام|ماه|سال|ngày|năm|tháng|tahun|bulan|साल|सन|के|की|को|সাল|সালের|พ|ศ|τη|του|στις|ב|של|év|anul|din)$/iu;
/** An article before the day. */
const ARTICLE = /(?<!\p{L})(?:the|le|el|il|den|der|a|az|o)\s$/iu;
const KOREAN_DIGITS = '영일이삼사오육칠팔구';
const KOREAN =
  /(?:([영일이삼사오육륙칠팔구십백천]{2,8}|\d{4}) ?년 ?)?([일이삼사오육유륙칠팔구십시]{1,3}) ?월 ?([일이삼사오육륙칠팔구십]{1,4}) ?일(?!\p{sc=Hangul})/u;
const VIETNAMESE_MONTH =
  /(?<!\p{L})tháng (mười một|mười hai|một|giêng|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chạp)(?!\p{L})/iu;
const VIETNAMESE_MONTHS: ReadonlyMap<string, number> = new Map(
  'một,hai,ba,tư,năm,sáu,bảy,tám,chín,mười,mười một,mười hai,giêng,,,bốn,,,bẩy,,,,,chạp'
    .split(',')
    .map((name, i) => [name, (i % 12) + 1]),
);

/** Made when first needed: the words for the years take as long as reading some pages, and most dates have digits. */
let days: ReadonlyMap<string, number> | undefined;
let years: ReadonlyMap<string, number> | undefined;

function knownDays(): ReadonlyMap<string, number> {
  return (days ??= dayWords());
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Tokens from `from` up to `to` that are one number. */
interface Spelled {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/**
 * Writes the day and the year beside the name of a month in digits, where they are in words: `the fourth of May
 * 2026`, `четвёртого мая две тысячи двадцать шестого года`, `الثالث من أيار`. Other text is unchanged.
 */
export function spelledInDigits(text: string): string {
  if (text.length > MAX_TEXT) return text;
  const korean = KOREAN.exec(text);
  if (korean !== null) return inKorean(text, korean);
  const plain = text.replace(
    VIETNAMESE_MONTH,
    (_, name: string) => `tháng ${VIETNAMESE_MONTHS.get(name.toLowerCase())}`,
  );
  const tokens = [...plain.matchAll(/[\p{L}\p{M}'’ʼ׳]+|\d+/gu)].map(
    ({ 0: word, index }): Token => ({ text: word, start: index, end: index + word.length }),
  );
  if (tokens.length < 2 || tokens.length > MAX_TOKENS) return text;
  for (let at = 0; at < tokens.length; at++) {
    const after = monthAt(plain, tokens, at);
    if (after === undefined) continue;
    const found = around(tokens, at, after);
    // Where the day is in digits, words of the month's other name are none: `30 تشرين الثاني/نوفمبر`.
    if (found === 'digits') return text;
    if (found === undefined) continue;
    const { day, year } = found;
    const from = Math.min(at, ...[day, year].map((one) => one?.from ?? at));
    const to = Math.max(after, ...[day, year].map((one) => one?.to ?? after));
    const month = plain.slice(tokens[at]!.start, tokens[after - 1]!.end);
    const written = [day?.number, month, year?.number].filter((part) => part !== undefined).join(' ');
    const before = plain.slice(0, tokens[from]!.start).replace(ARTICLE, '');
    return `${before}${written}${plain.slice(tokens[to - 1]!.end)}`.trim();
  }
  return text;
}

/** The index after the month that begins at a token. */
function monthAt(text: string, tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]!;
  if (/^\d/.test(token.text)) return undefined;
  if (/^tháng$/i.test(token.text) && /^\d{1,2}$/.test(tokens[at + 1]?.text ?? '')) return at + 2;
  const length = beginsWithMonth(text.slice(token.start));
  if (length > 0) {
    const after = tokens.findIndex(({ start }) => start >= token.start + length);
    return after < 0 ? tokens.length : after;
  }
  return monthNamed(token.text) === undefined ? undefined : at + 1;
}

/** Day and year of a month, of which one at least is in words; `digits` where none is, undefined where the day is missing. */
function around(
  tokens: readonly Token[],
  month: number,
  after: number,
): { day: Spelled; year: Spelled | undefined } | 'digits' | undefined {
  const left = skipped(tokens, month - 1, -1);
  const right = skipped(tokens, after, 1);
  const day =
    digitsAt(tokens, left, 2) ??
    dayAt(tokens, left, true) ??
    digitsAt(tokens, right, 2) ??
    dayAt(tokens, right, false);
  if (day === undefined || isRange(tokens, day)) return undefined;
  const isAfter = day.from >= after;
  const next = skipped(tokens, isAfter ? day.to : after, 1);
  const previous = skipped(tokens, isAfter ? month - 1 : day.from - 1, -1);
  const year =
    digitsAt(tokens, next, 4) ??
    yearAt(tokens, next, false) ??
    digitsAt(tokens, previous, 4) ??
    yearAt(tokens, previous, true);
  const isSpelled = [day, year].some((one) => one !== undefined && !/^\d/.test(tokens[one.from]!.text));
  return isSpelled ? { day, year } : 'digits';
}

function dayAt(tokens: readonly Token[], at: number, isLast: boolean): Spelled | undefined {
  return wordsAt(tokens, at, { numbers: knownDays(), longest: DAY_WORDS, isLast });
}

function yearAt(tokens: readonly Token[], at: number, isLast: boolean): Spelled | undefined {
  return wordsAt(tokens, at, { numbers: (years ??= yearWords()), longest: YEAR_WORDS, isLast });
}

function digitsAt(tokens: readonly Token[], at: number, most: number): Spelled | undefined {
  const text = tokens[at]?.text ?? '';
  if (!/^\d+$/.test(text) || (most === 4 ? text.length !== 4 : text.length > most)) return undefined;
  return { from: at, to: at + 1, number: Number(text) };
}

/** The index of the next token in a direction that is none of the words between, of which there are two at most. */
function skipped(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let at = from;
  for (let i = 0; i < 2; i++) if (BETWEEN.test(tokens[at]?.text ?? '')) at += step;
  return at;
}

/** The longest number in words of which a token is the first word or, with `isLast`, the last one. */
function wordsAt(
  tokens: readonly Token[],
  at: number,
  { numbers, longest, isLast }: { numbers: ReadonlyMap<string, number>; longest: number; isLast: boolean },
): Spelled | undefined {
  for (let many = Math.min(longest, isLast ? at + 1 : tokens.length - at); many > 0; many--) {
    const from = isLast ? at + 1 - many : at;
    const number = numbers.get(wordsOf(tokens, from, from + many));
    if (number !== undefined) return { from, to: from + many, number };
  }
  return undefined;
}

/** Thai writes the word for the day, and Hebrew the preposition, together with the number. */
function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  const words = spokenForm(
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
  );
  return words.replace(/^วันที่|^ב(?=[א-ת]{3})/u, '');
}

/** Whether another day in words is before this one, as in `from the second to the fourth of May`; `on` is a number too. */
function isRange(tokens: readonly Token[], { from }: Spelled): boolean {
  if (from === 0) return false;
  const numbers = knownDays();
  return tokens
    .slice(Math.max(0, from - 4), from)
    .some(({ text }) => text.length > 2 && numbers.has(spokenForm(text)));
}

/** `이천이십육년 오월 사일`, where `유월` is June and `시월` October. */
function inKorean(text: string, [whole, year, month = '', day = '']: RegExpExecArray): string {
  const named = month === '유' ? 6 : month === '시' ? 10 : koreanNumber(month);
  const on = koreanNumber(day);
  const in_ = year === undefined ? undefined : /\d/.test(year) ? Number(year) : koreanNumber(year);
  return text.replace(whole, `${in_ === undefined ? '' : `${in_}년 `}${named}월 ${on}일`);
}

function koreanNumber(words: string): number {
  const [, thousands, , , tens, ones = ''] =
    /^(?:(.?)천)?(?:((.?)백))?(?:(.?)십)?(.?)$/u.exec(words.replaceAll('륙', '육')) ?? [];
  const value = (digit: string | undefined, unit: number) =>
    digit === undefined ? 0 : unit * (digit === '' ? 1 : KOREAN_DIGITS.indexOf(digit));
  return value(thousands, 1000) + value(tens, 10) + (ones === '' ? 0 : KOREAN_DIGITS.indexOf(ones));
}
