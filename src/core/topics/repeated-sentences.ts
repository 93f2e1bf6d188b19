import type { MatchedText } from './find-evidence.ts';

/** Sentences by their first units, made once for all topics. */
interface Beginnings {
  readonly byHash: Map<number, number[]>;
  readonly firstOf: Map<number, number>;
}

/** The first of the sentences asked for that begins like this one: a repeated sentence is no further statement. */
export function firstAlike(sentence: number, reading: MatchedText): number {
  const known = reading.made.of(firstAlike, (): Beginnings => ({ byHash: new Map(), firstOf: new Map() }));
  let first = known.firstOf.get(sentence);
  if (first !== undefined) return first;
  const own = beginningOf(sentence, reading);
  const hash = hashOf(own);
  const others = known.byHash.get(hash);
  first = others?.find((other) => isSame(beginningOf(other, reading), own)) ?? sentence;
  if (others === undefined) known.byHash.set(hash, [sentence]);
  else if (first === sentence) others.push(sentence);
  known.firstOf.set(sentence, first);
  return first;
}

const BEGINNING_UNITS = 80;

function beginningOf(sentence: number, { segments, text }: MatchedText): Uint16Array {
  const start = segments.sentences[sentence]!;
  const end = segments.sentences[sentence + 1] ?? text.length;
  return text.units.subarray(start, Math.min(end, start + BEGINNING_UNITS));
}

function hashOf(units: Uint16Array): number {
  let hash = 0;
  for (let at = 0; at < units.length; at++) hash = (Math.imul(hash, 31) + units[at]!) | 0;
  return hash;
}

function isSame(one: Uint16Array, other: Uint16Array): boolean {
  return one.length === other.length && one.every((unit, at) => unit === other[at]);
}
