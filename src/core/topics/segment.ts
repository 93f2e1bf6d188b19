import { LINE_BREAK, type NormalisedText, PARAGRAPH_BREAK, SPACE, UPPER } from '../matching/normalise.ts';
import { WordClass, wordClass } from '../matching/script.ts';

/** Sentences and paragraphs of a normalised text, and the position of each unit in words. */
export interface Segments {
  /** The first unit of each sentence, ascending; a sentence ends where the next begins. */
  readonly sentences: readonly number[];
  /** The paragraph that each sentence belongs to. */
  readonly paragraphs: readonly number[];
  /** Words before each unit, in `WORD`ths of a word; one entry more than units. */
  readonly position: Uint32Array;
}

/** Units of `Segments.position` in one word. */
export const WORD = 8;
/** A Chinese word has 1.6 characters, a Japanese one about 2; Thai and similar scripts about 5. */
const HAN_STEP = 5;
const KANA_STEP = 4;
const UNSPACED_STEP = 2;

const FULL_STOP = 0x2e;
const ALWAYS_ENDS = new Set(Array.from('。।॥؟۔｡?!', (character) => character.charCodeAt(0)));
const CLOSERS = new Set(Array.from('"\')]}）」』】〕›»', (character) => character.charCodeAt(0)));
const BULLETS = new Set(Array.from('-*•·–—▪►●○■>', (character) => character.charCodeAt(0)));

/**
 * A line that ends between these columns was wrapped. Any other single line break ends a heading, a list item or a
 * verse.
 */
const WRAP_FROM = 45;
const WRAP_TO = 100;

/** Abbreviations after which a full stop does not end the sentence, folded. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof st inc corp co ltd llc bros jr sr vs etc eg ie cf al fig figs approx dept gov sen rep gen col lt ' +
    'no nos vol ed pp est jan feb mar apr jun jul aug sep sept oct nov dec mt ave ' +
    'mm mme mlle env art av bd ex hab ' +
    'bzw ca nr mio mrd abb usw evtl ggf inkl zzgl str tel ' +
    'sra ud uds ee uu núm pág aprox dra ' +
    'sig dott ing prov pag ' +
    'г гг им стр руб млн млрд тыс ул см рис т д п ' +
    'tzn np ul tys mln mld prof woj ' +
    'dhr mevr bijv enz blz ' +
    'vd vb sn doç yrd'
  ).split(' '),
);

/** Splits a text in linear time. */
export function segment(text: NormalisedText): Segments {
  const sentences = [0];
  const paragraphs = [0];
  let paragraph = 0;
  let lineStart = 0;
  const begin = (at: number) => {
    if (sentences[sentences.length - 1] === at) {
      paragraphs[paragraphs.length - 1] = paragraph;
      return;
    }
    sentences.push(at);
    paragraphs.push(paragraph);
  };
  const { units, flags, length } = text;
  for (let at = 0; at < length; at++) {
    const unit = units[at]!;
    if (unit === PARAGRAPH_BREAK) {
      paragraph++;
      begin(at + 1);
      lineStart = at + 1;
    } else if (unit === SPACE) {
      if ((flags[at]! & LINE_BREAK) === 0) continue;
      const width = at - lineStart;
      const isWrapped = width >= WRAP_FROM && width <= WRAP_TO;
      if (!isWrapped || (at + 1 < length && BULLETS.has(units[at + 1]!))) begin(at + 1);
      lineStart = at + 1;
    } else if (unit === FULL_STOP ? fullStopEnds(text, at) : ALWAYS_ENDS.has(unit)) {
      let next = at + 1;
      while (next < length && (CLOSERS.has(units[next]!) || ALWAYS_ENDS.has(units[next]!))) next++;
      if (unit === FULL_STOP || unit > 0x7f || endsBefore(text, next)) begin(next);
      at = next - 1;
    }
  }
  return { sentences, paragraphs, position: wordPositions(text) };
}

/** Whether `?` or `!` ends a sentence; within a name it does not (Yahoo!'s). */
function endsBefore(text: NormalisedText, next: number): boolean {
  if (next >= text.length) return true;
  const unit = text.units[next]!;
  return unit <= SPACE || wordClass(unit) > WordClass.ALPHABETIC;
}

function fullStopEnds(text: NormalisedText, at: number): boolean {
  const { units, flags, length } = text;
  let next = at + 1;
  while (next < length && CLOSERS.has(units[next]!)) next++;
  if (next < length && units[next] !== SPACE && units[next] !== PARAGRAPH_BREAK) return false;
  let start = at;
  while (start > 0 && at - start < 8 && wordClass(units[start - 1]!) !== WordClass.NONE) start--;
  const size = at - start;
  if (size > 0 && size < 8) {
    // After an initial or an acronym with full stops: J. Smith, U.S. officials, z. B. this.
    if (
      size === 1 &&
      wordClass(units[start]!) === WordClass.ALPHABETIC &&
      (units[start]! < 0x30 || units[start]! > 0x39)
    ) {
      return false;
    }
    let word = '';
    for (let index = start; index < at; index++) word += String.fromCharCode(units[index]!);
    if (ABBREVIATIONS.has(word)) return false;
  }
  const first = next + 1;
  if (first >= length) return true;
  // In scripts with capitals a small letter continues the sentence.
  const isSmall =
    wordClass(units[first]!) === WordClass.ALPHABETIC &&
    (flags[first]! & UPPER) === 0 &&
    isCased(units[first]!);
  return !isSmall;
}

function isCased(unit: number): boolean {
  const letter = String.fromCharCode(unit);
  return letter !== letter.toUpperCase();
}

function wordPositions(text: NormalisedText): Uint32Array {
  const position = new Uint32Array(text.length + 1);
  let words = 0;
  let before: WordClass = WordClass.NONE;
  for (let at = 0; at < text.length; at++) {
    position[at] = words;
    const now = wordClass(text.units[at]!);
    if (now === WordClass.HAN) words += HAN_STEP;
    else if (now === WordClass.HIRAGANA || now === WordClass.KATAKANA) words += KANA_STEP;
    else if (now === WordClass.UNSPACED) words += UNSPACED_STEP;
    else if (now !== WordClass.NONE && now !== before) words += WORD;
    before = now;
  }
  position[text.length] = words;
  return position;
}
