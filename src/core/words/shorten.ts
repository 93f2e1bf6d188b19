import { once } from './once.ts';
import { type MarkedSpan, markSpans } from '../messages/mark-spans.ts';
import { plainLine, safeText } from '../messages/plain-text.ts';

const graphemes = once(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

/** A piece of a sentence; `term` where it is a matched term. Plain text, not escaped. */
export interface Piece {
  readonly text: string;
  readonly term: boolean;
}

/**
 * Shortens plain text to at most `max` units of `size` (UTF-16 units by default), ellipsis included, between
 * user-perceived characters: never half an emoji or a letter without its accent.
 */
export function shorten(text: string, max: number, size: (text: string) => number = lengthOf): string {
  // Segmenting is slow, so a much too long text is first cut roughly.
  const candidate = text.length > max * 4 + 64 ? text.slice(0, max * 4 + 64).toWellFormed() : text;
  if (candidate === text && size(text) <= max) return text;
  const room = max - size('…');
  if (room < 0) return '';
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes().segment(candidate)) {
    used += size(segment);
    if (used > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * The sentence split into terms and the text between them, made safe, and shortened to about `max` UTF-16 units
 * around the first term, so that a long sentence keeps the words it is shown for.
 */
export function excerpt(sentence: string, terms: readonly MarkedSpan[], max: number): readonly Piece[] {
  const pieces = cut(sentence, terms);
  const total = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (total <= max) return pieces;
  const firstTerm = pieces.findIndex((piece) => piece.term);
  const before = pieces.slice(0, Math.max(firstTerm, 0)).reduce((sum, piece) => sum + piece.text.length, 0);
  // A third of the room is for the text before the term.
  const skip = firstTerm < 0 || before <= max / 3 ? 0 : before - Math.floor(max / 3);
  return shortenPieces(skip === 0 ? pieces : dropFront(pieces, skip), max);
}

/** The pieces as one plain text. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function cut(sentence: string, terms: readonly MarkedSpan[]): Piece[] {
  return trimEnds(
    markSpans(sentence, terms)
      .map(({ text, isTerm }) => ({ text: safeText(text), term: isTerm }))
      .filter(({ text }) => text !== ''),
  );
}

function trimEnds(pieces: Piece[]): Piece[] {
  const first = pieces[0];
  if (first !== undefined) pieces[0] = { ...first, text: first.text.trimStart() };
  const last = pieces.at(-1);
  if (last !== undefined) pieces[pieces.length - 1] = { ...last, text: last.text.trimEnd() };
  return pieces.filter((piece) => piece.text !== '');
}

function dropFront(pieces: readonly Piece[], units: number): Piece[] {
  const kept: Piece[] = [];
  let left = units;
  for (const piece of pieces) {
    if (left >= piece.text.length) {
      left -= piece.text.length;
    } else if (left > 0) {
      let text = '';
      for (const { segment, index } of graphemes().segment(piece.text)) if (index >= left) text += segment;
      // In scripts with spaces the excerpt begins with a whole word.
      const space = text.search(/\s/u);
      kept.push({ ...piece, text: `…${(space >= 0 && space < 16 ? text.slice(space) : text).trimStart()}` });
      left = 0;
    } else {
      kept.push(piece);
    }
  }
  return kept;
}

function shortenPieces(pieces: readonly Piece[], max: number): Piece[] {
  const kept: Piece[] = [];
  let left = max;
  for (const piece of pieces) {
    if (piece.text.length > left) {
      const text = left > 1 ? shorten(piece.text, left) : '…';
      kept.push({ ...piece, text });
      return kept;
    }
    kept.push(piece);
    left -= piece.text.length;
  }
  return kept;
}

function lengthOf(text: string): number {
  return text.length;
}

/** The size in bytes of UTF-8, for services that count bytes. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** A title or name as one safe line of at most `max` UTF-16 units. */
export function shortLine(text: string, max: number): string {
  return shorten(plainLine(text), max);
}
