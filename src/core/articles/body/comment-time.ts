import { FirstTest } from '../../matching/first-test.ts';
import { inLatinDigits } from '../../words/latin-digits.ts';
import type { Block, CommentTime } from '../page/page-tree.ts';

/** A day, in digits or with the name of its month, and its hour. */
const DAY = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.? (?:de )?[^\s\d]{1,15}\.?,? (?:de )?\d{4}|[^\s\d]{3,12} \d{1,2},? \d{4}|(?:\d{4} ?[年년] ?)?\d{1,2} ?[月월] ?\d{1,2} ?[日일])`;
const TODAY =
  "today|yesterday|heute|gestern|vorgestern|aujourd[’']hui|hier|hoy|ayer|hoje|ontem|oggi|ieri|vandaag|gisteren|idag|i dag|igår|i går|dziś|dzisiaj|wczoraj|dnes|včera|сегодня|вчера|сьогодні|вчора|bugün|dün|اليوم|أمس|امروز|دیروز|היום|אתמול|आज|कल|আজ|গতকাল|วันนี้|เมื่อวาน|hôm nay|hôm qua|hari ini|kemarin|今日|昨日|今天|昨天|오늘|어제|σήμερα|χθες|tänään|eilen|astăzi|azi|ma|tegnap";
const HOUR = String.raw`\d{1,2} ?[:.h時시点點] ?\d\d(?!\d)(?: ?분)?(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?`;
const BETWEEN = String.raw`[,]? ?(?:[-–—|·•@] ?|(?:at|um|à|às|a las|alle|om|kl\.?|o|v|в|о|saat|الساعة|ساعت|בשעה|στις|lúc|pukul|\([^()]{1,4}\)|오전|오후|上午|下午|午前|午後) ?)?`;

/** An age, as it is printed beside comments: a number or `a`, a unit and a word for the past. */
const UNIT = String.raw`[^\s\d,]{1,15}`;
const COUNT = String.raw`(?:\d{1,3}\+?|an?|one|ein(?:e[nmr]?)?|une?|un[ao]?|uma?|een|en|ett|jed\S{1,3}|bir|एक)`;
const AGES = [
  String.raw`${COUNT} ?${UNIT} (?:${UNIT} )?(?:ago|önce|fa|назад|тому|temu|trước|पहले|पूर्व|lalu|sitten|sedan|siden|geleden|atrás|پیش|আগে|קודם|ezelőtt|în urmă)`,
  String.raw`(?:\d{1,3} ?)?(?:годин[уы]|хвилину|час|минуту|день|godzinę|minutę|dzień|hodinou|saat|jam) (?:назад|тому|temu|zpět|önce|yang lalu)`,
  String.raw`(?:vor|il y a|hace|há|před|för|for|πριν(?: από)?|de acum|acum|منذ|قبل|לפני) (?:\d{1,3} ?|${COUNT} )?${UNIT}(?: ${UNIT})?`,
  String.raw`\d{1,3} ?(?:分|时间|時間|小时|小時|個小時|个小时|天|日|か月|ヶ月|週間|周|週|시간|일|분|주|개월|년) ?(?:钟|鐘)?(?:之)?[前전]`,
  String.raw`\d{1,3} ?(?:นาที|ชั่วโมง|ชม\.?|วัน|สัปดาห์|เดือน|ปี) ?(?:ที่แล้ว|ที่ผ่านมา|ก่อน)`,
  String.raw`\d{1,3} ?(?:min|mins|hrs?|h|d|w|mo|std\.?|tg\.?) ago`,
].join('|');

const TIME = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${DAY}|(?:${TODAY}))(?:T|${BETWEEN}|.{0,8}? )${HOUR}|${HOUR}[,]? ?(?:[-–—|·•] ?)?(?:${DAY}|(?:${TODAY})(?!\p{L}))|${AGES})(?![\p{L}\p{M}\d])`,
  'iu',
);

const ONLY_DAY = new RegExp(
  String.raw`(?<![\p{L}\d])(?<!, ?)(?:${DAY}|(?:${TODAY}))(?![\p{L}\p{M}\d])`,
  'iu',
);

/** Longest text that is searched; the pattern is not linear. Characters. */
const MAX_TEXT = 90;
/** Every time has an hour, or one of these words for the past. The long pattern is tried only where there is one. */
const AN_HOUR = /\d ?[:.h時시点點] ?\d\d/i;
const ANY_PAST = new FirstTest([
  /ago|fa|atrás|önce|назад|тому|temu|trước|पहले|पूर्व|lalu|sitten|sedan|siden|geleden|پیش|আগে|קודם|ezelőtt|în urmă|zpět|vor|il y a|hace|há|před|för|for|πριν|acum|منذ|قبل|לפני|前|전|ที่แล้ว|ที่ผ่านมา|ก่อน/iu,
]);
/** Every day has a date in digits, a year or one of these words. The long pattern is tried only where there is one. */
const A_DAY = /\d[./-]\d|\d{4}|\d ?[月월]/i;
const ANY_DAY = new FirstTest([new RegExp(TODAY, 'iu')]);
/** The words for the past of a time without a number. */
const PAST =
  'ago|fa|atrás|önce|назад|тому|temu|trước|पहले|lalu|sitten|sedan|siden|geleden|پیش|আগে|منذ|قبل|לפני|πριν|vor|il y a|hace|há';
const FIRST_PAST = new FirstTest([new RegExp(PAST, 'iu')]);
/** They end as words: `fa` does not count in `Facebook`. Before one there may be a name: `aliceVor einer Stunde`. */
const PAST_WORD = new RegExp(String.raw`(?:${PAST})(?![\p{L}\p{M}\d])`, 'iu');
const DIGIT = /\p{Nd}/u;

/** Whether a line may have the time of a comment: it has a digit of any script, or a word for the past. */
function mayHaveTime(line: string): boolean {
  let isAscii = true;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
    if (code > 127) isAscii = false;
  }
  return (!isAscii && DIGIT.test(line)) || (FIRST_PAST.of(line) !== 0 && PAST_WORD.test(line));
}

/** The same for a block. The answer is kept with it, because several steps ask for it. */
export function isTimed(block: Block): boolean {
  return (block.isTimed ??= mayHaveTime(block.text));
}

/**
 * Finds the instant of a comment in a line of Latin digits: an age, or a day with its hour. A day alone may be anything,
 * and an hour alone belongs to a live blog or a programme.
 */
function instantOfComment(text: string): RegExpExecArray | undefined {
  if (text.length > MAX_TEXT) return undefined;
  if (!AN_HOUR.test(text) && (ANY_PAST.of(text) === 0 || !mayHaveTime(text))) return undefined;
  return TIME.exec(text) ?? undefined;
}

/**
 * Finds the day of a comment without an hour in a line of Latin digits. After a comma it is that of a dateline: `Berlin,
 * 12 March 2026`.
 */
function dayOfComment(text: string): RegExpExecArray | undefined {
  if (text.length > MAX_TEXT || !/\d/.test(text) || !(A_DAY.test(text) || ANY_DAY.of(text) !== 0))
    return undefined;
  return ONLY_DAY.exec(text) ?? undefined;
}

/** The time of a comment in a line of Latin digits: an instant, or else a day without an hour. */
export function timeIn(text: string): CommentTime | undefined {
  const instant = instantOfComment(text);
  const found = instant ?? dayOfComment(text);
  if (found === undefined) return undefined;
  return { at: found.index, end: found.index + found[0].length, isDay: instant === undefined };
}

/** The same for a block in Latin digits. The answer is kept with it, because several steps ask for it. */
export function timeOf(block: Block): CommentTime | undefined {
  if (!isTimed(block)) return undefined;
  if (block.time === undefined) block.time = timeIn(inLatinDigits(block.text)) ?? null;
  return block.time ?? undefined;
}
