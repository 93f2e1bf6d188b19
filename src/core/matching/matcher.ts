import { type Automaton, buildAutomaton, scan } from './automaton.ts';
import { type NormalisedText, UPPER } from './normalise.ts';
import {
  CLOSED_LEFT,
  CLOSED_RIGHT,
  OPEN_LEFT,
  OPEN_RIGHT,
  packPatterns,
  type PatternTable,
} from './pattern-table.ts';
import { WordClass, wordClass } from './script.ts';
import type { Pattern } from './term.ts';

/** Many terms compiled for one pass over a text. */
export interface Matcher {
  readonly automaton: Automaton;
  readonly patterns: PatternTable;
}

/** Compiles patterns; their numbers in `findPatterns` are indices into `patterns`. */
export function compileMatcher(patterns: readonly Pattern[]): Matcher {
  return {
    automaton: buildAutomaton(patterns.map((pattern) => pattern.units)),
    patterns: packPatterns(patterns),
  };
}

/**
 * Calls `found(pattern, start, end)` for every occurrence that respects the pattern's word edges and capitals.
 * `start` and `end` (exclusive) are indices of normalised units; an open end extends to the end of its word.
 * Overlapping occurrences are all reported.
 */
export function findPatterns(
  matcher: Matcher,
  text: NormalisedText,
  found: (pattern: number, start: number, end: number) => void,
): void {
  const { sizes, edges: edgesOf, capitalsAt, capitals } = matcher.patterns;
  scan(matcher.automaton, text.units, text.length, (number, end) => {
    const edges = edgesOf[number]!;
    const size = sizes[number]!;
    const start = end - size;
    if ((edges & CLOSED_RIGHT) !== 0 && !endsWord(text, end)) return;
    if ((edges & CLOSED_LEFT) !== 0 && !beginsWord(text, start)) return;
    const at = capitalsAt[number]!;
    if (at >= 0 && !sameCapitals(text, start, capitals, at, size)) return;
    found(
      number,
      (edges & OPEN_LEFT) !== 0 ? wordStart(text, start) : start,
      (edges & OPEN_RIGHT) !== 0 ? wordEnd(text, end) : end,
    );
  });
}

/** The span of the original that normalised units `start` to `end` (exclusive) came from. */
export function originalSpan(
  text: NormalisedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  return { start: text.starts[start]!, end: text.ends[end - 1]! };
}

function beginsWord(text: NormalisedText, start: number): boolean {
  return isEdge(text, start) || isNumberEdge(text, start, start - 1) || followsArabicProclitic(text, start);
}

function endsWord(text: NormalisedText, end: number): boolean {
  return isEdge(text, end) || isNumberEdge(text, end - 1, end) || precedesKoreanParticle(text, end);
}

/** Longer runs of letters are not words. */
const LONGEST_WORD = 60;

function wordStart(text: NormalisedText, start: number): number {
  let at = start;
  while (at > 0 && start - at < LONGEST_WORD && !isEdge(text, at)) at--;
  return at;
}

function wordEnd(text: NormalisedText, end: number): number {
  let at = end;
  while (at < text.length && at - end < LONGEST_WORD && !isEdge(text, at)) at++;
  return at;
}

function isEdge(text: NormalisedText, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = wordClass(text.units[at - 1]!);
  return before === WordClass.NONE || before !== wordClass(text.units[at]!);
}

/** Whether a digit may be beside a term's end: beside a letter (`CPU500個`), not beside a digit (`H20` in `H200`). */
function isNumberEdge(text: NormalisedText, own: number, other: number): boolean {
  return isDigit(text.units[other]!) && !isDigit(text.units[own]!);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** First syllables of particles after Korean nouns. */
const PARTICLES: ReadonlySet<number> = new Set(
  Array.from('은는이가을를의에로와과도만까부으나라랑며', (syllable) => syllable.charCodeAt(0)),
);

function precedesKoreanParticle(text: NormalisedText, end: number): boolean {
  return wordClass(text.units[end - 1]!) === WordClass.HANGUL && PARTICLES.has(text.units[end]!);
}

/** Article, prepositions and conjunctions that Arabic writes together with the next word. */
const PROCLITICS: ReadonlySet<string> = new Set(
  ['', 'و', 'ف'].flatMap((conjunction) =>
    ['', 'ال', 'ب', 'بال', 'ل', 'لل', 'ك', 'كال', 'س'].map((particle) => conjunction + particle),
  ),
);
const LONGEST_PROCLITIC = 4;

function followsArabicProclitic(text: NormalisedText, start: number): boolean {
  if (wordClass(text.units[start]!) !== WordClass.ARABIC) return false;
  let prefix = '';
  for (let at = start - 1; at >= 0 && wordClass(text.units[at]!) === WordClass.ARABIC; at--) {
    if (prefix.length === LONGEST_PROCLITIC) return false;
    prefix = String.fromCharCode(text.units[at]!) + prefix;
  }
  return PROCLITICS.has(prefix);
}

function sameCapitals(
  text: NormalisedText,
  start: number,
  capitals: Uint8Array,
  from: number,
  size: number,
): boolean {
  for (let index = 0; index < size; index++) {
    if ((text.flags[start + index]! & UPPER) !== capitals[from + index]) return false;
  }
  return true;
}
