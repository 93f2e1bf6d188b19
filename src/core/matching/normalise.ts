import { Fold, expansion, foldCharacter, foldKind, foldedUnit, isUpper, marksAreLetters } from './fold.ts';
import { WordClass, wordClass } from './script.ts';

/** The unit was a capital in the original. */
export const UPPER = 1;
/** The unit is a space for a single line break. */
export const LINE_BREAK = 2;

export const SPACE = 0x20;
/** The unit for a blank line; no term or sentence crosses it. */
export const PARAGRAPH_BREAK = 0x0a;

/** Normalised text with offsets into the original. All arrays have `length` entries. */
export interface NormalisedText {
  readonly source: string;
  readonly length: number;
  readonly units: Uint16Array;
  /** UTF-16 offset in `source` at which each unit's character begins … */
  readonly starts: Uint32Array;
  /** … and at which it ends, its combining marks included. */
  readonly ends: Uint32Array;
  /** `UPPER`, `LINE_BREAK`. */
  readonly flags: Uint8Array;
}

/** Further marks on one letter are dropped; Unicode's stream-safe format allows 30. */
const MAX_MARKS = 8;

class Output {
  length = 0;
  units: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  flags: Uint8Array;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  push(unit: number, start: number, end: number, flags: number): void {
    if (this.length === this.units.length) this.grow();
    const at = this.length++;
    this.units[at] = unit;
    this.starts[at] = start;
    this.ends[at] = end;
    this.flags[at] = flags;
  }

  private grow(): void {
    const capacity = this.units.length * 2 + 16;
    const larger = new Output(capacity);
    larger.units.set(this.units);
    larger.starts.set(this.starts);
    larger.ends.set(this.ends);
    larger.flags.set(this.flags);
    this.units = larger.units;
    this.starts = larger.starts;
    this.ends = larger.ends;
    this.flags = larger.flags;
  }
}

/**
 * Normalises text for matching, in linear time: NFKC, lower case, one form for quotes, apostrophes, dashes, digits
 * and spaces, simplified forms for traditional and Japanese Han characters; invisible characters and Arabic vowel
 * points are dropped. Diacritics are kept. White space becomes one space, a blank line one line feed, and a hyphen
 * between letters a space, so that `chip-making` equals `chip making`. Lone surrogates are unchanged.
 */
export function normalise(source: string): NormalisedText {
  const out = new Output(source.length + 16);
  fold(source, out);
  return {
    source,
    length: out.length,
    units: out.units,
    starts: out.starts,
    ends: out.ends,
    flags: out.flags,
  };
}

/**
 * Reused for every term: allocating four arrays for each of tens of thousands of terms costs more than reading them.
 */
const TERM = new Output(256);

/** The units of a short text and their flags, in arrays of their own length. */
export function normaliseTerm(source: string): Pick<NormalisedText, 'units' | 'flags'> {
  TERM.length = 0;
  fold(source, TERM);
  return { units: TERM.units.slice(0, TERM.length), flags: TERM.flags.slice(0, TERM.length) };
}

function fold(source: string, out: Output): void {
  const size = source.length;
  let marks = 0;
  for (let at = 0; at < size; at++) {
    const unit = source.charCodeAt(at);
    const kind = foldKind(unit);
    if (kind === Fold.UNIT) {
      out.push(foldedUnit(unit), at, at + 1, isUpper(unit));
      marks = 0;
    } else if (kind === Fold.SPACE || kind === Fold.NEWLINE) {
      at = pushSpace(out, source, at);
      marks = 0;
    } else if (kind === Fold.MARK) {
      if (++marks <= MAX_MARKS) pushMark(out, unit, at);
      else if (out.length > 0) out.ends[out.length - 1] = at + 1;
    } else if (kind === Fold.HYPHEN) {
      pushHyphen(out, source, at);
      marks = 0;
    } else if (kind === Fold.EXPAND) {
      const form = expansion(unit);
      for (let index = 0; index < form.length; index++) out.push(form.charCodeAt(index), at, at + 1, 0);
      marks = 0;
    } else if (kind === Fold.HIGH_SURROGATE) {
      at += pushAstral(out, source, at);
      marks = 0;
    }
  }
}

/** The normalised text as a string, for tests and messages. */
export function normalisedString(text: NormalisedText): string {
  let result = '';
  for (let at = 0; at < text.length; at++) result += String.fromCharCode(text.units[at]!);
  return result;
}

function pushSpace(out: Output, source: string, from: number): number {
  let at = from;
  let breaks = 0;
  let last = from;
  for (; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    const kind = foldKind(unit);
    if (kind === Fold.NEWLINE) {
      if (!(unit === 0x0a && at > from && source.charCodeAt(at - 1) === 0x0d)) breaks++;
      if (unit === 0x2029) breaks++;
    } else if (kind !== Fold.SPACE && kind !== Fold.DROP) {
      break;
    }
    if (kind !== Fold.DROP) last = at;
  }
  if (breaks > 1) out.push(PARAGRAPH_BREAK, from, last + 1, 0);
  else out.push(SPACE, from, last + 1, breaks === 1 ? LINE_BREAK : 0);
  return at - 1;
}

const HYPHEN = 0x2d;

function pushHyphen(out: Output, source: string, at: number): void {
  const before = out.length > 0 ? wordClass(out.units[out.length - 1]!) : WordClass.NONE;
  const joins = before !== WordClass.NONE && at + 1 < source.length && joinsWords(source, at + 1);
  out.push(joins ? SPACE : HYPHEN, at, at + 1, 0);
}

function joinsWords(source: string, at: number): boolean {
  const kind = foldKind(source.charCodeAt(at));
  return kind === Fold.UNIT && wordClass(foldedUnit(source.charCodeAt(at))) !== WordClass.NONE;
}

function pushMark(out: Output, mark: number, at: number): void {
  const last = out.length - 1;
  if (last < 0) return;
  const base = out.units[last]!;
  const composed = foldCharacter(String.fromCharCode(base, mark).normalize('NFKC'));
  if (composed.length === 1) {
    out.units[last] = composed.charCodeAt(0);
    out.ends[last] = at + 1;
  } else if (marksAreLetters(base)) {
    out.push(mark, at, at + 1, 0);
  } else {
    out.ends[last] = at + 1;
  }
}

/** Returns how many units beyond the first were read. */
function pushAstral(out: Output, source: string, at: number): number {
  const low = at + 1 < source.length ? source.charCodeAt(at + 1) : 0;
  if (low < 0xdc00 || low > 0xdfff) {
    out.push(source.charCodeAt(at), at, at + 1, 0);
    return 0;
  }
  const character = source.slice(at, at + 2);
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return 1;
  const form = foldCharacter(character);
  const compatible = character.normalize('NFKC');
  const upper = compatible === compatible.toLowerCase() ? 0 : UPPER;
  for (let index = 0; index < form.length && index < 4; index++) {
    out.push(form.charCodeAt(index), at, at + 2, upper);
  }
  return 1;
}
