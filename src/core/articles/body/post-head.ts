import { isWeekday, monthNamed } from '../../dates/date-words.ts';
import { inLatinDigits } from '../../words/latin-digits.ts';
import type { Block, CommentTime } from '../page/page-tree.ts';
import { endsSentence } from './block-value.ts';
import { isTimed, timeIn, timeOf } from './comment-time.ts';

/** Longest line with a name and a time, and longest name. Characters. */
const MAX_HEAD = 70;
const MAX_NAME = 30;

/** The name and the time with which a post begins: in one line, or in two. */
export interface PostHead {
  /** The index of its first block, and of the block after it. */
  readonly at: number;
  readonly end: number;
  readonly name: string;
  /** Whether the time is a day: a press review and a chronicle have days too. */
  readonly isDay: boolean;
}

/** An age as forums print it: `1d`, `22 Std.`, `3時間`. */
const AGE =
  /(?<![\p{L}\d])\d{1,3} ?(?:s|sec|m|mins?|h|hrs?|d|w|wk|mo|y|yr|T|Tg|Std|Min|Wo?|Mon|J|j|sem|sett?|g|godz|dni|tyg|ч|д|мин|нед|мес|сек|дн|г|хв|год|sa|dk|gün|س|ي|日|時間|分|週間|か月|ヶ月|天|小时|小時|分钟|分鐘|周|週|일|시간|분|주|개월)\.?$/u;
/** A day without a year: `Mar 3`, `4. März`, `3月4日`; or a month with the year in short: `Mar '26`. */
const MONTH_DAY = /(?<!\p{L})(?<word>[^\s\d]{3,12}?)\.? (?:\d{1,2}|['’]\d\d)$/u;
const DAY_MONTH = /(?<![\p{L}\d])\d{1,2}\.? (?<word>[^\s\d]{3,12}?)\.?$/u;
const CJK_DAY = /\d{1,2} ?[月월] ?\d{1,2} ?[日일]$/u;

/** The number of a post, and what forums print between name and time. */
const NUMBER = /\s?#\s?\d{1,6}$/;
const BETWEEN =
  /(?:\s?(?:wrote|said|posted|replied|commented|schrieb|antwortete|a écrit|a répondu|escribió|respondió|ha scritto|scrisse|escreveu|schreef|skrev|napisał\(?a?\)?|написал(?:\(?а\)?)?|ответил\(?а?\)?|yazdı|さんが?(?:投稿|返信)?|说|說|写道|寫道|님이?)(?:\s(?:on|at|am|um|le|el|il|em|op|den|dnia|в))?)?[\s·•|,–—»:-]*\d{0,5}[\s·•|,–—»:-]*$/iu;

/** Whether a block may be the head of a post, by its length and that of the next, and by the digits and words of a time. */
export function mayBeHead(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]!;
  if (block.text.length > MAX_HEAD || block.weight === 0) return false;
  if (isTimed(block)) return true;
  const next = blocks[at + 1];
  return next !== undefined && next.text.length <= MAX_NAME && isTimed(next);
}

/** The head of a post that begins with this block. */
export function postHead(blocks: readonly Block[], at: number): PostHead | undefined {
  const block = blocks[at]!;
  if (block.text.length > MAX_HEAD || block.weight === 0) return undefined;
  if (isTimed(block)) {
    const text = apart(block.text);
    const time = timeOfLine(block, text);
    const when = timeAt(text, time);
    if (when !== undefined) {
      const name = nameIn(text.slice(0, when));
      return name === undefined ? undefined : { at, end: at + 1, name, isDay: isDay(text, time) };
    }
  }
  // The time is looked for first, because few lines have one, and many can be a name.
  const next = blocks[at + 1];
  if (next === undefined || next.text.length > MAX_NAME || !isTimed(next)) return undefined;
  if (endsSentence(block.text)) return undefined;
  const line = apart(next.text);
  const time = timeOfLine(next, line);
  if (timeAt(line, time) !== 0) return undefined;
  const name = nameIn(apart(block.text));
  return name === undefined ? undefined : { at, end: at + 2, name, isDay: isDay(line, time) };
}

/** Whether a name is that of a reader: one word; beside a day, one that begins small, or has a digit or a line in it. */
export function hasReadersName({ name, isDay: hasDay }: PostHead): boolean {
  if (/\s/.test(name) || /^\p{Lu}{2,}$/u.test(name) || monthNamed(name) !== undefined) return false;
  return !hasDay || !/^\p{Lu}[\p{Ll}\p{Lu}]+$/u.test(name);
}

/** Whether a time is neither an age nor has an hour. */
function isDay(text: string, time: CommentTime | undefined): boolean {
  return time?.isDay !== false && !AGE.test(text);
}

/** Name and time are often printed without a space: `alice1d`, `bobMar 3`. */
function apart(text: string): string {
  const latin = inLatinDigits(text);
  const line = latin.includes('#') ? latin.replace(NUMBER, '') : latin;
  return (mayBeGlued(line) ? line.replace(SEAM, ' ') : line).trim();
}

const SEAM = /(?<=[\p{L}\d_])(?=\p{Lu}\p{Ll})|(?<=[\p{L}\p{M}_])(?=\d)/gu;

/** Whether a line may have a seam: in ASCII a digit after a letter, or a capital after either. The pattern is slow. */
function mayBeGlued(line: string): boolean {
  let wasLetter = false;
  let wasDigit = false;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code > 127) return true;
    const isDigit = code >= 48 && code <= 57;
    const isCapital = code >= 65 && code <= 90;
    if ((wasLetter && (isDigit || isCapital)) || (wasDigit && isCapital)) return true;
    wasLetter = isCapital || (code >= 97 && code <= 122) || code === 95;
    wasDigit = isDigit;
  }
  return false;
}

/** The time in a block's line. Most lines are the same when name and time are apart. */
function timeOfLine(block: Block, line: string): CommentTime | undefined {
  return line === block.text ? timeOf(block) : timeIn(line);
}

/** Where the time begins with which a line ends; `found`: an instant or day in it. */
function timeAt(text: string, found: CommentTime | undefined): number | undefined {
  if (found !== undefined) return found.end >= text.length - 1 ? found.at : undefined;
  const age = AGE.exec(text) ?? CJK_DAY.exec(text);
  if (age !== null) return age.index;
  const day = [MONTH_DAY, DAY_MONTH]
    .map((form) => form.exec(text))
    .find((one) => {
      const word = one?.groups?.['word'];
      return word !== undefined && monthNamed(word) !== undefined;
    });
  return day?.index;
}

/** `alice Tue`, before a date. */
function withoutWeekday(text: string): string {
  const at = text.search(/\S+$/u);
  return at >= 0 && isWeekday(text.slice(at).replace(',', '')) ? text.slice(0, at).trim() : text;
}

/** The name before the time. */
function nameIn(text: string): string | undefined {
  const name = withoutWeekday(text.trim())
    .replace(BETWEEN, '')
    .replace(/^[@\s·•|,–—»-]+/, '')
    .trim();
  const isName = name.length <= MAX_NAME && /\p{L}/u.test(name) && name.split(' ').length <= 3;
  return isName ? name : undefined;
}
