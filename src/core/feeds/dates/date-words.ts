/** Languages whose names of months and weekdays are understood; where two disagree, the earlier one is right. */
const LOCALES = (
  'en de fr es it pt nl pl cs sk sl sv da nb nn fi et lv lt hu ro bg ru uk be sr sr-Latn mk hr bs el tr az sq ' +
  'ca gl eu ga cy is mt af sw id ms vi fil th lo km my hi bn ta te mr gu pa ur fa ar he ka hy kk uz mn ne si'
).split(' ');

/** Abbreviations in use that the locale data do not have, without their full stop; months from 1. */
const MORE_MONTHS: Readonly<Record<string, number>> = {
  sept: 9,
  mär: 3,
  mrz: 3,
  maerz: 3,
  jän: 1,
  feber: 2,
  avr: 4,
  fev: 2,
  fév: 2,
  aou: 8,
  dec: 12,
  déc: 12,
  set: 9,
  out: 10,
  dez: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  mrt: 3,
  mei: 5,
  okt: 10,
  июн: 6,
  июл: 7,
  мая: 5,
  сент: 9,
  нояб: 11,
  янв: 1,
  фев: 2,
  февр: 2,
  мар: 3,
  апр: 4,
  авг: 8,
  сен: 9,
  окт: 10,
  ноя: 11,
  дек: 12,
  ιαν: 1,
  φεβ: 2,
  μαρ: 3,
  μάρ: 3,
  μάρτ: 3,
  απρ: 4,
  μαϊ: 5,
  μαι: 5,
  μάι: 5,
  ιουν: 6,
  ιούν: 6,
  ιουλ: 7,
  ιούλ: 7,
  αυγ: 8,
  αύγ: 8,
  σεπ: 9,
  σεπτ: 9,
  οκτ: 10,
  νοε: 11,
  νοέ: 11,
  νοεμ: 11,
  δεκ: 12,
};

const MORE_WEEKDAYS =
  'tues weds wednes thur thurs mer jeu ven sam dim lun mié mie sáb seg ter qua qui sex κυρ δευ τρι τετ πεμ παρ σαβ σάβ'.split(
    ' ',
  );

/** Words around a date that carry nothing. */
const FILLERS: ReadonlySet<string> = new Set(
  'at on of the de del di la le à a am um den der uhr kl klo os года год г в le o de do da y el ngày tháng lúc pada pukul jam ora alle ore 요일 t'.split(
    ' ',
  ),
);

interface Words {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
}

let words: Words | undefined;

/** Names of months (1–12) and weekdays in all our languages, from the locale data of the runtime; made on first use. */
function dateWords(): Words {
  if (words !== undefined) return words;
  const months = new Map<string, number>(Object.entries(MORE_MONTHS));
  const weekdays = new Set<string>(MORE_WEEKDAYS);
  for (const locale of LOCALES) {
    for (const length of ['long', 'short'] as const) {
      const zone = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
      const alone = new Intl.DateTimeFormat(locale, { ...zone, month: length });
      const inDate = new Intl.DateTimeFormat(locale, {
        ...zone,
        month: length,
        day: 'numeric',
        year: 'numeric',
      });
      const weekday = new Intl.DateTimeFormat(locale, { ...zone, weekday: length });
      for (let month = 1; month <= 12; month++) {
        const day = new Date(Date.UTC(2024, month - 1, 15));
        const inflected = inDate.formatToParts(day).find((part) => part.type === 'month')?.value ?? '';
        for (const name of [alone.format(day), inflected]) {
          const key = wordKey(name);
          if (/\p{L}/u.test(key) && !/[\d\s]/.test(key) && !months.has(key)) months.set(key, month);
        }
      }
      for (let day = 1; day <= 7; day++) {
        for (const word of wordKey(weekday.format(new Date(Date.UTC(2024, 0, day)))).split(' '))
          weekdays.add(word);
      }
    }
  }
  words = { months, weekdays };
  return words;
}

/** A word as the tables have it: lower case, composed, without full stops. */
export function wordKey(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u200e\u200f]/g, '')
    .trim();
}

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH_LONG =
  'january february march april may june july august september october november december'.split(' ');

/** The month (1–12) that a word names in any of our languages. English is answered without the locale data. */
export function monthNamed(word: string): number | undefined {
  const key = wordKey(word);
  const english = key.length === 3 ? ENGLISH.indexOf(key) : ENGLISH_LONG.indexOf(key);
  return english >= 0 ? english + 1 : dateWords().months.get(key);
}

const ENGLISH_WEEKDAY =
  /^(?:sun|mon|tue|wed|thu|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/;

export function isWeekday(word: string): boolean {
  const key = wordKey(word);
  return ENGLISH_WEEKDAY.test(key) || dateWords().weekdays.has(key);
}

export function isFiller(word: string): boolean {
  return FILLERS.has(wordKey(word));
}
