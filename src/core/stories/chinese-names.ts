import readings from '../../../config/stories/chinese-readings.json' with { type: 'json' };
import type { Word } from './words.ts';

/** A person's name as `py:` and its Mandarin reading without tones, and as written. */
export type ChineseName = readonly [key: string, written: string];

/** Surnames that are far more often an ordinary character: 和, 成, 时. They are read only before an age. */
const ORDINARY = new Set('于时支项关容万师多何方常云明高金华钱安权文温');
/** Last characters of offices, firms and places, which no given name ends with. */
const INSTITUTION = /[部局署院会社司厂所校党国市省县区关庭方州行团处厅办委宫盟组队台站网报店城港湾岛湖河]$/u;
/** What people do or are right after their name. */
const AFTER =
  /^(?:表示|称|说|指出|认为|透露|强调|坦言|承认|否认|认罪|获准|被捕|被控|被判|告诉|宣布|回应|介绍|预计|主持|出席|接任|辞任|出任|当天|日前|在接受|在会上|则|曾|也|先生|女士|教授|博士|部长|院士|议员|氏|对此)/u;
/** Offices and parts in a case right before a name. */
const BEFORE =
  /(?:董事长|总裁|总经理|行政总裁|首席执行官|首席财务官|执行长|创始人|创办人|部长|大臣|主席|会长|院长|局长|署长|司长|处长|主任|发言人|负责人|经理|行长|教授|院士|律师|分析师|研究员|被告|男子|女子|司机|嫌疑人|商人|议员|省长|市长|书记|记者|工程师)$/u;
const GIVEN_STOPS = /[的在是和与等将已对因为从就称说表示被向以及到某]/u;
const AGE = /^\d{2}$/;

const SURNAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(readings.surnames).flatMap(([reading, characters]) =>
    (characters.includes(' ')
      ? characters.split(' ').flatMap((part) => (part.length > 2 ? [...part] : [part]))
      : [...characters]
    ).map((character) => [character, reading] as const),
  ),
);
const READINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(readings.characters).flatMap(([reading, characters]) =>
    [...characters].map((character) => [character, reading] as const),
  ),
);
const SYLLABLES: ReadonlySet<string> = new Set(Object.keys(readings.characters));
const SURNAME_READINGS: ReadonlySet<string> = new Set(SURNAMES.values());
const LONGEST_SYLLABLE = 6;
const CUE = 5;

/**
 * People's names in Chinese characters beside an office, an act or an age (`魏兆伦表示`, `被告林志豪（39岁）`), and in
 * Latin letters as the Mandarin reading writes them (`Wei Zhaolun`). Both have the same key. Other readings of the
 * characters (Cantonese, Japanese, Korean) have none.
 */
export function chineseNamesIn(words: readonly Word[]): ChineseName[] {
  const found: ChineseName[] = [];
  let at = 0;
  while (at < words.length) {
    const { unspaced } = words[at]!;
    const name = unspaced ? inCharacters(words, at) : inLetters(words, at);
    if (name !== undefined) found.push(name);
    // The characters of a found name are skipped: a given name may look like the next surname.
    at += name !== undefined && unspaced ? name[1].length : 1;
  }
  return found;
}

function inCharacters(words: readonly Word[], at: number): ChineseName | undefined {
  const surname = surnameAt(words, at);
  if (surname === undefined) return undefined;
  const given = characters(words, at + surname.length, 2 + CUE);
  const ordinary = surname.length === 1 && ORDINARY.has(words[at]!.text);
  const office = BEFORE.test(characters(words, Math.max(0, at - CUE), CUE, at));
  for (const length of [2, 1]) {
    const name = given.slice(0, length);
    // In 和李明 the first character joins two names.
    if (ordinary && length === 2 && SURNAMES.has(name[0]!)) continue;
    if (name.length < length || isNoGivenName(name)) continue;
    const rest = given.slice(length);
    const next = words[at + surname.length + length];
    const aged = rest === '' && next !== undefined && AGE.test(next.text);
    const acts = AFTER.test(rest);
    const certain = aged || (!ordinary && length === 2 && (acts || office)) || (office && acts);
    if (!certain) continue;
    const reading = readingOf(name);
    if (reading !== undefined)
      return [`py:${surname.reading}${reading}`, characters(words, at, surname.length) + name];
  }
  return undefined;
}

function isNoGivenName(name: string): boolean {
  return GIVEN_STOPS.test(name) || INSTITUTION.test(name) || BEFORE.test(name);
}

function surnameAt(
  words: readonly Word[],
  at: number,
): { readonly length: number; readonly reading: string } | undefined {
  for (const length of [2, 1]) {
    const surname = characters(words, at, length);
    const reading = surname.length === length ? SURNAMES.get(surname) : undefined;
    if (reading !== undefined) return { length, reading };
  }
  return undefined;
}

/**
 * Up to `most` characters of a script without spaces from `from` on, without a gap; with `end`, the characters right
 * before `end`.
 */
function characters(words: readonly Word[], from: number, most: number, end?: number): string {
  let text = '';
  for (let at = from; at < words.length && at < (end ?? from + most); at += 1) {
    const word = words[at]!;
    const follows = at === from || (word.joined && word.at === words[at - 1]!.at + 1);
    if (word.unspaced && follows) text += word.text;
    else if (end === undefined) break;
    else text = word.unspaced ? word.text : '';
  }
  return text;
}

function readingOf(given: string): string | undefined {
  let reading = '';
  for (const character of given) {
    const syllable = READINGS.get(character);
    if (syllable === undefined) return undefined;
    reading += syllable;
  }
  return reading;
}

/** `Wei Zhaolun`, `Guo-jie Yun` and `Li Ming`: a surname and one or two syllables, in either order. */
function inLetters(words: readonly Word[], at: number): ChineseName | undefined {
  const first = words[at]!;
  if (!first.capital) return undefined;
  const next = givenFrom(words, at + 1);
  if (SURNAME_READINGS.has(first.text) && next !== undefined)
    return [`py:${first.text}${next.reading}`, `${first.text} ${next.reading}`];
  return undefined;
}

/** One word of one or two syllables, or two words of one each. */
function givenFrom(words: readonly Word[], at: number): { readonly reading: string } | undefined {
  const word = words[at];
  if (word === undefined || !word.capital || word.opens || word.unspaced) return undefined;
  if (isSyllables(word.text, 2) && !SYLLABLES.has(word.text)) return { reading: word.text };
  if (!SYLLABLES.has(word.text)) return undefined;
  const second = words[at + 1];
  const pair = second !== undefined && !second.unspaced && !second.opens && SYLLABLES.has(second.text);
  return { reading: pair && second.capital ? word.text + second.text : word.text };
}

function isSyllables(text: string, most: number): boolean {
  if (text === '') return true;
  if (most === 0) return false;
  for (let length = Math.min(LONGEST_SYLLABLE, text.length); length > 0; length -= 1)
    if (SYLLABLES.has(text.slice(0, length)) && isSyllables(text.slice(length), most - 1)) return true;
  return false;
}
