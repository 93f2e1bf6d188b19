import { FirstTest } from '../matching/first-test.ts';
import { inLatinDigits } from '../words/latin-digits.ts';
import {
  AGO,
  DONE,
  LEFT_BY_READERS,
  NONE_LEFT,
  OFTEN_BY_READERS,
  ONE,
  PARTICIPANT,
  POST,
  SINCE,
  TIMES,
  UNIT,
} from './counter-words.ts';

const REST = String.raw`[\p{L}\p{M}]{0,12}`;
const DIGITS = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3}(?!\d)|\d(?:[\d.,’']{0,14}\d)?)(?![.,]?\d)\s?(?:k|m|mio|mil|mln|tsd|tys|тыс|万|萬|만|천|千)?\+?`;
const NUMBER = String.raw`(?<![\p{L}\d.,])${DIGITS}`;
const CLASSIFIER = '(?:条|條|个|個|則|则|件の?|개의?|次|人|টি|x|×)?';
const AFTER = new RegExp(String.raw`${NUMBER}\.?\s{0,2}${CLASSIFIER}\s?(?:${LEFT_BY_READERS})${REST}`, 'giu');
const BEFORE = new RegExp(
  String.raw`(?:${LEFT_BY_READERS})${REST}(?:\s?(?:数|數|수|人次))?\s{0,2}[:：(（\[|·]?\s{0,2}(?<!\d)${DIGITS}(?:次|人|条|條|회|건|件|개)?`,
  'giu',
);
const NONE = new RegExp(String.raw`(?<!\p{L})(?:${NONE_LEFT})\s?(?:${LEFT_BY_READERS})${REST}`, 'giu');
/** `Votes: 12`: after a colon every such word is a counter. */
const LABELLED = new RegExp(
  String.raw`(?<!\p{L})(?:${OFTEN_BY_READERS}|${DONE})${REST}\s?[:：]\s{0,2}${NUMBER}(?:\s?/\s?\d{1,3})?(?!\s?[%％])`,
  'giu',
);
/** `12 shares · 3 votes` between other text or at its ends. `12 shares fell` is news. */
const COUNTED = `(?:${OFTEN_BY_READERS}|${LEFT_BY_READERS})${REST}`;
const COUNT = String.raw`(?:${NUMBER}\s{0,2}${CLASSIFIER}\s?${COUNTED}|${COUNTED}\s{0,2}${NUMBER})`;
const MARK = String.raw`[()（）\[\]【】|·•,;.:!?…/#–—\-]`;
const APART = new RegExp(
  String.raw`(?<=^\s?|${MARK}\s?)${COUNT}(?:\s(?:(?:and|und|et|y|e|en|и)\s)?${COUNT}){0,4}(?=\s?(?:${MARK}|$))`,
  'giu',
);
/** `17 posts - 9 participants`, and the same with the numbers behind the words. */
const IN_TOPIC = new RegExp(
  [
    String.raw`${NUMBER}\s?${CLASSIFIER}\s?(?:${POST})${REST}\s?[-–—·]\s?${NUMBER}\s?(?:位|人の)?\s?(?:${PARTICIPANT})${REST}`,
    String.raw`(?:${POST})${REST}\s?${NUMBER}개?\s?[-–—·]\s?(?:${PARTICIPANT})${REST}\s?${NUMBER}명?`,
  ].join('|'),
  'giu',
);
const READ_TIMES = new RegExp(
  String.raw`(?<!\p{L})(?:${DONE})\s${NUMBER}\s?${TIMES}(?!\p{L})|${NUMBER}\s?${TIMES}\s(?:${DONE})(?!\p{L})`,
  'giu',
);
/** For languages without spaces, words that mean only this. */
const READ_ALONE = new RegExp(String.raw`(?:อ่าน|เข้าชม|読んだ人)\s?${NUMBER}`, 'giu');
/** `(17)`, `[1.2k]` at the ends of a text, but not a year; and a number beside a pictogram of what is counted. */
const BRACKETED =
  /(?:(?<=^\s?)|(?=[([（【][^)\]）】]{1,18}[)\]）】]\s?$))[([（【]\s?(?!(?:19|20)\d\d\s?[)\]）】])\d[\d.,]{0,12}\s?[km万]?\s?[)\]）】]/giu;
const BESIDE_ICON =
  /[\p{Extended_Pictographic}▲▼↑♥♡★☆↻↺⟳]\ufe0f?\s{0,2}\d[\d.,]{0,12}(?![\d.,]{0,12}\s?[%％])\s?[km万]?/giu;

const SPAN = String.raw`(?:\d{1,3}|(?<!\p{L})(?:${ONE}))\s?(?:${UNIT})[\p{L}\p{M}]{0,6}\.?`;
/** `5 minutes ago`, `5分前`; and `vor 5 Minuten`, `il y a 5 minutes`. */
const AGO_AFTER = new RegExp(String.raw`(?<![\p{N}])${SPAN}\s?(?:${AGO})(?!\p{Script=Latin})`, 'giu');
const AGO_BEFORE = new RegExp(String.raw`(?<!\p{L})(?:${SINCE})\s${SPAN}`, 'giu');

const DIGIT = /\d/;
const AFTER_COLON = /[:：]\s{0,2}\d/;
const SO_MANY_TIMES = new RegExp(String.raw`\d\s?[a-zтыс万萬만천千]{0,3}\.?\+?\s?${TIMES}`, 'iu');

/** The words that show in one pass which counters a text may have. The place of each is that of its bit. */
const WORDS = new FirstTest(
  [AGO, SINCE, UNIT, LEFT_BY_READERS, `${OFTEN_BY_READERS}|${DONE}`, PARTICIPANT, DONE].map(
    (words) => new RegExp(words, 'iu'),
  ),
);
const HAS = { ago: 1, since: 2, unit: 4, left: 8, often: 16, participant: 32, done: 64 };

/** A counter, and what a text without it mostly lacks, which is found in less time. */
interface Counter {
  readonly pattern: RegExp;
  /** The bits of words of which each must be in the text, or one of them. */
  readonly each?: number;
  readonly one?: number;
  /** Found beside the words. */
  readonly sign?: RegExp;
}

const ALL: readonly Counter[] = [
  { pattern: AGO_AFTER, each: HAS.ago | HAS.unit },
  { pattern: AGO_BEFORE, each: HAS.since | HAS.unit },
  { pattern: LABELLED, each: HAS.often, sign: AFTER_COLON },
  { pattern: APART, one: HAS.often | HAS.left, sign: DIGIT },
  { pattern: IN_TOPIC, each: HAS.participant, sign: DIGIT },
  { pattern: AFTER, each: HAS.left, sign: DIGIT },
  { pattern: BEFORE, each: HAS.left, sign: DIGIT },
  { pattern: NONE, each: HAS.left },
  { pattern: READ_TIMES, each: HAS.done, sign: SO_MANY_TIMES },
  { pattern: READ_ALONE, sign: DIGIT },
  { pattern: BESIDE_ICON, sign: DIGIT },
  { pattern: BRACKETED, sign: DIGIT },
];

/**
 * Removes counts of readers and the age of an entry from a text, so that they do not count as changes: `(17
 * comments)`, `阅读 3,456`, `5 minutes ago`. Other numbers stay.
 */
export function withoutCounters(text: string): string {
  const digits = inLatinDigits(text);
  const words = WORDS.of(digits);
  const hasDigit = DIGIT.test(digits);
  let left = digits;
  for (const { pattern, each = 0, one = 0, sign } of ALL) {
    if ((words & each) !== each || (one !== 0 && (words & one) === 0)) continue;
    // Every sign has a digit.
    if (sign !== undefined && (!hasDigit || (sign !== DIGIT && !sign.test(digits)))) continue;
    left = left.replace(pattern, ' ');
  }
  return left.trim();
}

/** Counts of readers are at the ends of a text, within so many characters. */
const ENDS = 80;

/** Whether a text begins or ends with a count of its readers or the time since it appeared. */
export function hasCounter(text: string): boolean {
  return [text.slice(0, ENDS), text.length > ENDS ? text.slice(-ENDS) : ''].some(
    (end) => withoutCounters(end) !== inLatinDigits(end).trim(),
  );
}
