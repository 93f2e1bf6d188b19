import { SPACE, UPPER, normaliseTerm } from './normalise.ts';
import { spellingsOf } from './spellings.ts';
import { WordClass, isUnspaced, wordClass } from './script.ts';

/**
 * How a term is written in a lexicon:
 *
 * - `chip` is a whole word; `interdi*` a beginning, `*verbot` an end, `*chip*` any part of a word;
 * - `(lift|ease)(s|d|) the ban` means every combination of its alternatives;
 * - `=US` matches only with exactly these capitals.
 *
 * Chinese, Japanese kana and Thai show no word edges, so terms in these scripts match anywhere. Korean particles
 * follow a word without a space, so a Hangul term is open at its end (a single syllable only before a particle) and,
 * from three syllables on, at its beginning; `*칩` opens the beginning of a shorter one. Arabic articles and
 * prepositions (ال، ب، و …) may precede a term, and the article each of its words.
 */
export interface Pattern {
  readonly units: Uint16Array;
  /** `UPPER` for each unit, where the term is case-sensitive. */
  readonly capitals: Uint8Array | undefined;
  readonly closedLeft: boolean;
  readonly closedRight: boolean;
  /** Written with `*`: the match extends to the edge of the word. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/** A term has a syntax error; the message describes it. */
export class TermError extends Error {
  override name = 'TermError';
}

const MAX_ALTERNATIVES = 512;
const MAX_UNITS = 200;

/**
 * All patterns of a term.
 *
 * @throws {TermError} for an empty term, unbalanced parentheses, or a `*` elsewhere than at an end
 */
export function parseTerm(term: string, options: { readonly accentsOptional?: boolean } = {}): Pattern[] {
  const caseSensitive = term.startsWith('=');
  const patterns: Pattern[] = [];
  for (const text of expandAlternatives(caseSensitive ? term.slice(1) : term)) {
    const openLeft = text.startsWith('*');
    const openRight = text.length > 1 && text.endsWith('*');
    const core = text.slice(openLeft ? 1 : 0, openRight ? -1 : undefined).trim();
    if (core.includes('*')) throw new TermError(`"${term}": * may only stand at the beginning or the end`);
    const spellings = spellingsOf(core);
    if (options.accentsOptional === true) spellings.push(withoutAccents(core));
    for (const spelling of new Set(spellings)) {
      patterns.push(toPattern(spelling, term, openLeft, openRight, caseSensitive));
    }
  }
  return patterns;
}

function toPattern(
  text: string,
  term: string,
  openLeft: boolean,
  openRight: boolean,
  caseSensitive: boolean,
): Pattern {
  const normal = normaliseTerm(text);
  let end = normal.units.length;
  while (end > 0 && normal.units[end - 1] === SPACE) end--;
  if (end === 0) throw new TermError(`"${term}" has nothing to match`);
  if (end > MAX_UNITS) throw new TermError(`"${term}" is longer than ${MAX_UNITS} characters`);
  const units = end === normal.units.length ? normal.units : normal.units.slice(0, end);
  const first = wordClass(units[0]!);
  const last = wordClass(units[end - 1]!);
  return {
    units,
    capitals: caseSensitive ? normal.flags.slice(0, end).map((flag) => flag & UPPER) : undefined,
    closedLeft: !openLeft && first !== WordClass.NONE && !isUnspaced(first) && !isLongHangul(first, end),
    openLeft: openLeft && !isUnspaced(first),
    openRight: openRight && !isUnspaced(last),
    closedRight:
      !openRight && last !== WordClass.NONE && !isUnspaced(last) && !(last === WordClass.HANGUL && end > 1),
  };
}

/** Korean compounds are written with and without spaces. Words this long hardly occur inside another by chance. */
function isLongHangul(first: WordClass, length: number): boolean {
  return first === WordClass.HANGUL && length > 2;
}

/**
 * The text without accents, as in headlines in capitals and from many keyboards; undefined for short words, which
 * could become other words.
 */
function withoutAccents(text: string): string {
  if (text.length < 5) return text;
  return text
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC');
}

/** `a (b|c)` → `a b`, `a c`; parentheses may be nested. */
function expandAlternatives(term: string): string[] {
  let at = 0;
  const fail = (): never => {
    throw new TermError(`"${term}": parentheses do not match`);
  };
  const sequence = (depth: number): string[] => {
    let results = [''];
    while (at < term.length) {
      const character = term[at]!;
      if (character === '(') {
        at++;
        const choices = alternatives(depth + 1);
        if (term[at] !== ')') fail();
        at++;
        results = results.flatMap((result) => choices.map((choice) => result + choice));
      } else if (character === ')' || (character === '|' && depth > 0)) {
        if (depth === 0) fail();
        break;
      } else {
        const from = at;
        while (at < term.length && !'(|)'.includes(term[at]!)) at++;
        // Outside parentheses a bar is an ordinary character.
        if (at === from) at++;
        const letters = term.slice(from, at);
        results = results.map((result) => result + letters);
      }
      if (results.length > MAX_ALTERNATIVES) throw new TermError(`"${term}" has too many alternatives`);
    }
    return results;
  };
  const alternatives = (depth: number): string[] => {
    if (depth > 8) fail();
    const choices = sequence(depth);
    while (term[at] === '|') {
      at++;
      choices.push(...sequence(depth));
    }
    return choices;
  };
  const results = sequence(0);
  return [...new Set(results.map((result) => result.replaceAll(/ {2,}/g, ' ').trim()))];
}
