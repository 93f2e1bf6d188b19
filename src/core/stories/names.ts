import { isTimeWord } from '../dates/dates-in-text.ts';
import { chineseNamesIn } from './chinese-names.ts';
import type { Word } from './words.ts';

const MAX_NAMES = 20;
/** Longer runs of letters are not names. Characters. */
const LONGEST_NAME = 30;
const LEAST_SOUNDS = 4;
const MENTION = 0.4;
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  [...'абвгдежзийклмнопрстуфхцчшщыэюяьъ'].map((letter, index) => [
    letter,
    'a,b,v,g,d,e,zh,z,i,i,k,l,m,n,o,p,r,s,t,u,f,h,ts,ch,sh,sh,i,e,iu,ia,,'.split(',')[index]!,
  ]),
);
const KANA_ROWS =
  'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ッ . ー .';
const KANA: ReadonlyMap<string, string> = new Map(
  KANA_ROWS.split(' ').flatMap((entry, index, all) =>
    index % 2 === 0 ? [[entry, all[index + 1] === '.' ? '' : all[index + 1]!] as const] : [],
  ),
);
/** Leading, vowel and trailing jamo in Unicode order. A Hangul syllable is computed from the three. */
const LEADS = 'g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h'.split(',');
const VOWELS = 'a,ae,ya,yae,eo,e,yeo,ye,o,oa,oae,oe,yo,u,uo,ue,ui,yu,eu,ui,i'.split(',');
const TAILS = ',k,k,k,n,n,n,t,l,k,m,l,l,l,l,l,m,p,p,t,t,ng,t,t,k,t,p,'.split(',');

/**
 * A key for the sound of a name, the same for Houston, Хьюстон, ヒューストン and 휴스턴: the first sound, then the classes of
 * the consonants. As Soundex (Russell 1918), but after romanisation and without the limit of four. Empty for scripts
 * that cannot be romanised by rule.
 */
export function soundKey(name: string): string {
  const latin = romanise(name);
  if (latin === '') return '';
  const folded = latin
    .replace(/sch|sh|ch|cz|sz|zh|tz|ts|c(?=[eiy])|x/g, 's')
    .replace(/ph/g, 'p')
    .replace(/th|dh/g, 't')
    .replace(/ck|gh|kh|qu|[qcg]/g, 'k')
    .replace(/[bfvw]/g, 'p')
    .replace(/d/g, 't')
    .replace(/l/g, 'r')
    .replace(/[zj]/g, 's')
    .replace(/ng/g, 'n');
  const first = /^[aeiouy]/.test(folded) ? 'a' : folded[0]!;
  const rest = folded.slice(1).replace(/[aeiouyh]/g, '.');
  return (first + rest).replace(/(.)\1+/g, '$1').replaceAll('.', '');
}

function romanise(name: string): string {
  let latin = '';
  for (const character of name) {
    const code = character.charCodeAt(0);
    if (/[a-z]/.test(character)) latin += character;
    else if (code >= 0xac00 && code <= 0xd7a3) {
      const index = code - 0xac00;
      latin += `${LEADS[Math.floor(index / 588)]!}${VOWELS[Math.floor((index % 588) / 28)]!}${TAILS[index % 28]!}`;
    } else {
      const letter = CYRILLIC[character] ?? KANA.get(character);
      if (letter === undefined) return '';
      latin += letter;
    }
  }
  return latin;
}

/**
 * Sound keys of probable names, with weight and first spelling: capitalised words inside a sentence, katakana words,
 * and Latin words in a text of another script. Keys with fewer than four sounds fit too many names.
 */
export function namesIn(
  title: readonly Word[],
  text: readonly Word[],
  language: string,
): [key: string, weight: number, written: string][] {
  const names = new Map<string, { weight: number; written: string }>();
  for (const [key, written] of keyedNames(text, language)) {
    const known = names.get(key);
    if (known === undefined) names.set(key, { weight: MENTION, written });
    else known.weight = Math.min(1, known.weight + MENTION);
  }
  // In titles many words have capitals. So a title adds only names that more than a capital shows (`markedNames`).
  // It raises the weight of names that the text has too.
  const marked = new Set(markedNames(title).map(([key]) => key));
  for (const [key, written] of keyedNames(title, language)) {
    const known = names.get(key);
    if (known !== undefined) known.weight = Math.min(1, known.weight + MENTION);
    else if (marked.has(key)) names.set(key, { weight: MENTION, written });
  }
  return [...names]
    .map(([key, { weight, written }]): [string, number, string] => [key, weight, written])
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_NAMES);
}

type KeyedName = readonly [key: string, written: string];

function keyedNames(words: readonly Word[], language: string): KeyedName[] {
  const sounds = candidateNames(words, language)
    .map((written) => [soundKey(written), written] as const)
    .filter(([key]) => key.length >= LEAST_SOUNDS);
  const known = new Set(sounds.map(([key]) => key));
  return [...sounds, ...markedNames(words).filter(([key]) => !known.has(key))];
}

/** Names that more than a capital shows: Chinese ones, and `Konrad W.`, as courts and police write it. */
function markedNames(words: readonly Word[]): KeyedName[] {
  const initialled = words
    .filter((word, index) => word.capital && /^\p{L}{2,}$/u.test(word.text) && isInitial(words[index + 1]))
    .map(({ text }) => [soundKey(text), text] as const)
    .filter(([key]) => key.length >= LEAST_SOUNDS);
  return [...initialled, ...chineseNamesIn(words)];
}

function candidateNames(words: readonly Word[], language: string): string[] {
  const names: string[] = [];
  let katakana = '';
  const flush = (): void => {
    if (katakana.length >= 3 && katakana.length <= LONGEST_NAME) names.push(katakana);
    katakana = '';
  };
  const german = language === 'deu';
  const unspaced = words.filter((word) => word.unspaced).length > words.length / 2;
  const capitalsAreNames = !unspaced && language !== 'kor' && language !== 'rus';
  const isCapital = (word: Word | undefined): boolean =>
    word !== undefined &&
    word.capital &&
    /^\p{L}{2,}$/u.test(word.text) &&
    !(german && commonNoun(word.text));
  for (const [index, word] of words.entries()) {
    if (/^[\u30a1-\u30fa\u30fc]$/u.test(word.text)) {
      if (!word.joined) flush();
      katakana += word.text;
      continue;
    }
    flush();
    if (word.unspaced || word.text.length > LONGEST_NAME || !/^\p{L}+$/u.test(word.text)) continue;
    const foreign = !capitalsAreNames && /^\p{Script=Latin}+$/u.test(word.text);
    const named = isCapital(word) && !word.opens;
    const paired = isCapital(words[index - 1]) || isCapital(words[index + 1]);
    if ((foreign || (named && (!german || paired))) && !isTimeWord(word.text)) names.push(word.text);
  }
  flush();
  return names;
}

function isInitial(word: Word | undefined): boolean {
  return word !== undefined && word.capital && !word.opens && /^\p{L}$/u.test(word.text);
}

/**
 * Whether a German capitalised word is an ordinary noun, by its ending. In German a name is two capitalised words in
 * a row, because every noun has a capital.
 */
function commonNoun(word: string): boolean {
  return /(?:ung|heit|keit|schaft|tion|nis|ment|tat|ismus|ungen|eiten|chips?|stoff|werk|jahr|monat|markt|preis|behorde|unternehmen|hersteller|minister|regierung)(?:e?n|e?s|er)?$/.test(
    word,
  );
}
