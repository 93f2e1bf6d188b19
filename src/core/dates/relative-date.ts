import type { DateRules } from './date-context.ts';
import { isFiller } from './date-words.ts';
import { MIDNIGHT, toInstant } from './local-date-time.ts';
import { findTime } from './time-of-day.ts';
import { instantInZone, timeInZone } from './zones.ts';

/** The languages whose ages and days are read. */
const LANGUAGES =
  'en de fr es it pt nl pl tr ru ar hi vi zh zh-Hant ja ko uk cs sv da nb fi el he fa id th hu ro bg hr sr sk sl lt lv et ca ms bn'.split(
    ' ',
  );
/** Most languages inflect the unit by these numbers. */
const SAMPLES = [1, 2, 5, 21];
const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
type Unit = (typeof UNITS)[number];

/** Forms that publishers write, and the locale data of the engine lack. `#` is the number. */
const OTHER_AGES: Readonly<Record<Unit, string>> = {
  second: '#s ago|#秒钟前|#초전',
  minute: '#m ago|#分鐘前|#mins ago|vor # m|منذ # دقيقة|منذ # دقائق',
  hour: '#h ago|#hrs ago|vor # h|hace # hs|منذ # ساعة|منذ # ساعات|#个小时前|#個小時前|#hours back|# घंटा पहले',
  day: '#d ago|منذ # يوم|منذ # أيام|# दिन पूर्व',
  week: '#w ago|#星期前|#个星期前|منذ # أسابيع',
  month: '#mo ago|#mos ago|#ヶ月前|#ヵ月前|#カ月前|#ケ月前|#月前|#個月前|#달전|منذ # أشهر|منذ # شهرا',
  year: '#y ago|#yrs ago|منذ # سنوات',
}; // biome-ignore format: a table

/** Words that mean the present moment, as `keyOf` writes them. */
const NOW_WORDS = new Set(
  'justnow|rightnow|momentsago|afewsecondsago|amomentago|geradeeben|soeben|ebenjetzt|àlinstant|maintenant|ahoramismo|justoahora|adesso|proprioora|oraora|agoramesmo|agora|zojuist|zonet|przedchwilą|azönce|şimdi|толькочто|сейчас|الآن|अभी|अभीअभी|vừaxong|mớiđây|bâygiờ|刚刚|剛剛|刚才|剛才|たった今|たったいま|今しがた|방금|방금전|지금|щойно|právěteď|justnu|ligenu|akkuratnå|juurinyt|μόλιςτώρα|הרגע|همیناکنون|barusaja|เมื่อสักครู่'.split('|'),
); // biome-ignore format: a list

/** Other words for a day, by its distance. */
const OTHER_DAYS: readonly string[] = [
  'dziś|aujourdhui',
  'البارحة|昨晚',
  'anteontem|the day before yesterday|avantieri|أول أمس|おととい|그제',
];

/** Words that stand for a number. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'a an one ein eine einer einem einen un une una uno um uma een één bir एक một 一 한 en ett et egy',
    'two zwei deux dos due dois duas twee dwie dwa iki два две दो hai 两 兩 两个 兩個 두',
    'three drei trois tres tre três drie trzy üç три तीन ba 三 세',
  ].flatMap((words, i) => words.split(' ').map((word) => [word, i + 1] as const)),
);
const HAN_NUMBER = /^([一二两兩三四五六七八九十])(?=[^\d])/;
const HAN_NUMBERS = '一二三四五六七八九十';

/** Languages that leave out the number one: `час назад`. */
const WITHOUT_ONE: ReadonlySet<string> = new Set(['ru', 'uk', 'pl', 'cs', 'sk', 'ar', 'he', 'fa', 'bg']);

interface Age {
  readonly unit: Unit;
  /** The number, where it is part of the word and not written as digits. */
  readonly count?: number;
}

interface Vocabulary {
  readonly ages: ReadonlyMap<string, Age>;
  /** How many days back. */
  readonly days: ReadonlyMap<string, number>;
}

let vocabulary: Vocabulary | undefined;

/** Longer texts are more than an age. UTF-16 units. */
const MAX_LENGTH = 40;
const ABOUT = /^(?:about|around|over|almost|circa|ca\.|etwa|rund|environ|около|约|約) ?/;
/** `3 days 4 hours ago`: the smaller part. */
const SMALLER_PART = /^(\D{0,12}\d+ ?\p{L}+),? (?:and )?\d+ ?\p{L}+/u;
const DAY = 86_400_000;

/**
 * Reads a text that is nothing but a time relative to now: an age (`2 hours ago`, `vor 2 Std.`, `3天前`), or a day with
 * or without a time of day (`gestern, 14:07`). In epoch milliseconds.
 *
 * An age in days or more, and a day without a time, are that day at 00:00 UTC.
 */
export function relativeDate(written: string, now: Date, { zone }: DateRules): number | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const text = written.toLowerCase().replace(ABOUT, '').trim();
  const key = keyOf(text);
  if (NOW_WORDS.has(key)) return now.getTime();
  vocabulary ??= readVocabulary();
  const age = ageIn(text, vocabulary.ages);
  // Asking for the time in a zone takes longer than the rest, and most texts are no such date.
  const today = () => Math.floor(timeInZone(zone ?? 'UTC', now.getTime()) / DAY) * DAY;
  if (age !== undefined) return backFrom(now.getTime(), today(), age);
  const clock = findTime(text);
  const rest = clock === undefined ? text : `${text.slice(0, clock.start)} ${text.slice(clock.end)}`;
  const back = vocabulary.days.get(key) ?? vocabulary.days.get(keyOf(withoutFillers(rest)));
  const day = back === undefined ? latestDay(rest, today) : today() - back * DAY;
  if (day === undefined) return undefined;
  if (clock === undefined) return day;
  const on = new Date(day);
  const local =
    clock.time &&
    toInstant({
      year: on.getUTCFullYear(),
      month: on.getUTCMonth() + 1,
      day: on.getUTCDate(),
      ...clock.time,
    });
  return local === undefined ? undefined : instantInZone(zone ?? 'UTC', local);
}

/** A day without a year, as East Asian sites print it. */
const DAY_OF_YEAR = /^(\d{1,2})[月월](\d{1,2})[日일]$/;

/** The last such day until today; tomorrow counts as today, because the zone may be unknown. Epoch milliseconds. */
function latestDay(text: string, todayIn: () => number): number | undefined {
  const found = DAY_OF_YEAR.exec(text.replace(/[\s[\]【】]|[(（][^()（）]{1,4}[)）]/g, ''));
  if (found === null) return undefined;
  const today = todayIn();
  const year = new Date(today).getUTCFullYear();
  const [last, before] = [year, year - 1].map((one) =>
    toInstant({ year: one, month: Number(found[1]), day: Number(found[2]), ...MIDNIGHT }),
  );
  return last !== undefined && last <= today + DAY ? last : before;
}

function keyOf(text: string): string {
  return text.replace(/[\s.,'’\u200e\u200f-]/g, '');
}

function withoutFillers(text: string): string {
  return text
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !isFiller(word) && word !== '在')
    .join('');
}

function ageIn(text: string, ages: Vocabulary['ages']): Required<Age> | undefined {
  const whole = ages.get(keyOf(text));
  if (whole?.count !== undefined) return { unit: whole.unit, count: whole.count };
  const counted = /\d/.test(text) ? text.replace(SMALLER_PART, '$1') : inDigits(text);
  const [number, ...more] = counted.match(/\d+/g) ?? [];
  if (number === undefined || more.length > 0 || number.length > 3 || /[-+]\d/.test(counted))
    return undefined;
  const age = ages.get(keyOf(counted.replace(number, '#')));
  return age === undefined ? undefined : { unit: age.unit, count: Number(number) };
}

function inDigits(text: string): string {
  const words = text.split(/[ '’]/);
  // Only the last word is the number: `il y a une heure`.
  const at = words.findLastIndex((word) => NUMBERS.has(word));
  return words
    .map((word, i) => (i === at ? String(NUMBERS.get(word)) : word))
    .join(' ')
    .replace(HAN_NUMBER, (_, digit: string) =>
      String(HAN_NUMBERS.indexOf(digit.replace(/[两兩]/, '二')) + 1),
    );
}

function backFrom(now: number, today: number, { unit, count }: Required<Age>): number {
  if (unit === 'second') return now - count * 1_000;
  if (unit === 'minute') return now - count * 60_000;
  if (unit === 'hour') return now - count * 3_600_000;
  if (unit === 'day') return today - count * DAY;
  if (unit === 'week') return today - count * 7 * DAY;
  const day = new Date(today);
  const months = unit === 'month' ? count : 12 * count;
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, day.getUTCDate());
}

/** The forms of ages and days that the engine's locale data have. Takes a tenth of a second, so it is done when needed. */
function readVocabulary(): Vocabulary {
  const ages = new Map<string, Age>();
  const days = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { style });
      for (const unit of UNITS)
        for (const count of SAMPLES)
          addAge(ages, format.format(-count, unit).toLowerCase(), unit, count, language);
    }
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const back of [0, 1, 2]) {
      const key = keyOf(format.format(-back, 'day').toLowerCase());
      if (!/[\d\p{N}]/u.test(key) && !days.has(key)) days.set(key, back);
    }
  }
  for (const unit of UNITS) for (const form of OTHER_AGES[unit].split('|')) ages.set(keyOf(form), { unit });
  for (const [back, words] of OTHER_DAYS.entries())
    for (const word of words.split('|')) days.set(keyOf(word), back);
  return { ages, days };
}

function addAge(ages: Map<string, Age>, form: string, unit: Unit, count: number, language: string): void {
  const variants = [form, ...(language === 'ar' ? [form.replace('قبل', 'منذ')] : [])];
  for (const variant of variants) {
    const numbered = variant.replace(String(count), '#');
    // Where two languages use one form for different units, the first language counts: `1 m`.
    const add = (key: string, age: Age) => ages.has(key) || ages.set(key, age);
    if (numbered !== variant) add(keyOf(numbered), { unit });
    if (count > 2 || (numbered !== variant && (count > 1 || !WITHOUT_ONE.has(language)))) continue;
    add(keyOf(numbered.replace('#', '')), { unit, count });
    if (language === 'ar') add(keyOf(variant.replace(/ واحدة?/, '')), { unit, count });
  }
}
