/**
 * Words for the half of the day beside a time, from the Unicode CLDR 48 and from newspapers, each without spaces and
 * full stops. Words such as `night` mean the evening or the early morning, depending on the hour.
 */
const MORNING =
  'am dop dopoledne дп öö fm förmiddag ap aamupäivällä πμ πρωί τοπρωί ص قظ صباحا صبح قبلازظهر sa sáng ' +
  'pg pagi priešpiet priekšp পূর্বাহ্ণ সকাল पूर्वाह्न सुबह පෙව to үө pd претпл fh vm rn morgens vormittags früh ' +
  'matin dumatin delamañana delamadrugada damanhã damadrugada dimattina delmattino ochtends sochtends smorgens rano утра ' +
  'ранку sabah reggel de délelőtt ráno zjutraj сутринта ในตอนเช้า นเช้า เช้า בבוקר inthemorning';
const AFTERNOON =
  'pm odp odpoledne пп пополудни ös em eftermiddag ip iltapäivällä μμ μεσημέρι τομεσημέρι απόγευμα م بظ مساء عصر ' +
  'بعدازظهر بعدالظهر ظهرا ch chiều trưa ptg petang sore pop popoldne popiet pēcp অপরাহ্ণ বিকাল বিকেল अपराह्न दोपहर शाम පව tk ' +
  'үх md попл eh nm nachmittags mittags abends delaprèsmidi delatarde datarde delpomeriggio smiddags middags ' +
  'popołudniu вечера вечора дня öğledensonra akşam délután du este บ่าย ค่ำ אחהצ בערב intheafternoon intheevening ' +
  'dusoir disera savonds wieczorem večer';
const NIGHT =
  'nachts ночи ночі nocy snachts delanoche danoite dinotte gece đêm tối malam रात রাত ليلا éjjel กลางคืน atnight';

/** Words before a time, mostly without a space after them. */
const EAST_ASIAN: readonly (readonly [RegExp, Half])[] = [
  [/(?:오전|새벽|아침|午前|上午|凌晨|早上|清晨|早晨|朝)\s?$/u, 'morning'],
  [/(?:오후|저녁|낮|午後|下午|傍晚|中午|夕方)\s?$/u, 'afternoon'],
  [/(?:밤|晚上|晚间|晚間|夜里|夜間|深夜|夜)\s?$/u, 'night'],
];

type Half = 'morning' | 'afternoon' | 'night';

const HALVES: ReadonlyMap<string, Half> = new Map(
  (
    [
      [MORNING, 'morning'],
      [AFTERNOON, 'afternoon'],
      [NIGHT, 'night'],
    ] as const
  ).flatMap(([names, half]) => names.split(' ').map((name) => [keyOf(name), half] as const)),
);

/** Names that mean the half of the day before a time too. There the other names are weekdays or connecting words. */
const ALSO_BEFORE: ReadonlySet<string> = new Set('am pm öö ös ptg πμ μμ'.split(' '));
/** With a full stop, since `de` also connects a day with its month. */
const HUNGARIAN_BEFORE = /(?<!\p{L})(de|du)\.\s?$/u;

const WORDS_AFTER = /^[\s(]{0,2}((?:[’']?\p{L}[\p{L}\p{M}.’'-]{0,14}\s?){1,4})/u;
const WORD_BEFORE = /(?<!\p{L})(\p{L}[\p{L}.]{0,3})\s?$/u;
/** The most words that the name of a half has. */
const MAX_WORDS = 4;

/** A half of the day, and how many characters its name takes before the time and after it. */
export interface HalfBeside {
  readonly half: Half;
  readonly before: number;
  readonly after: number;
}

/** The half of the day that stands beside a time: in the text after it, or at the end of the text before it. */
export function halfBeside(before: string, after: string): HalfBeside | undefined {
  const words = WORDS_AFTER.exec(after);
  const said = words?.[1] ?? '';
  for (let many = MAX_WORDS; many > 0; many--) {
    const [taken = ''] = new RegExp(`^(?:\\S+\\s?){${many}}`).exec(said) ?? [];
    const half = taken === '' ? undefined : HALVES.get(keyOf(taken));
    if (half !== undefined) return { half, before: 0, after: after.indexOf(said) + taken.trimEnd().length };
  }
  for (const [pattern, half] of EAST_ASIAN) {
    const found = pattern.exec(before);
    if (found !== null) return { half, before: found[0].length, after: 0 };
  }
  const hungarian = HUNGARIAN_BEFORE.exec(before);
  const [name = '', word = ''] = hungarian ?? WORD_BEFORE.exec(before) ?? [];
  const half = hungarian !== null || ALSO_BEFORE.has(keyOf(word)) ? HALVES.get(keyOf(word)) : undefined;
  return half === undefined ? undefined : { half, before: name.length, after: 0 };
}

/** The hour from 0 to 23 that a clock of twelve hours shows in a half of the day. */
export function hourIn(half: Half, hour: number): number {
  if (half === 'morning') return hour % 12;
  if (half === 'afternoon') return (hour % 12) + 12;
  return hour >= EVENING && hour < 12 ? hour + 12 : hour % 12;
}

/** `11 at night` is before midnight, `2 at night` after it. Hours from this one on are before midnight. */
const EVENING = 6;

function keyOf(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.’'\p{M}-]/gu, '');
}
