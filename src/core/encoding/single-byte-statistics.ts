import { ALPHABETS, type Alphabet } from './alphabets.ts';

const COMMON = 1.2;
const RARE = 0.7;
/**
 * Weight of capitals. They are rare in text, but all-capital text in one encoding is lower case in another (KOI8).
 */
const CAPITAL = 0.35;
/** Weight of quotation marks, dashes and no-break spaces, which every language has. */
const PUNCTUATION = 0.3;
const FOREIGN_LETTER = -1;
const NOT_TEXT = -2;

const PUNCTUATION_MARKS = new Set('\u00a0«»“”„‘’‚–—…•·©®™°§№€£´¦¨‐−×º'.split(''));

/** The single-byte encoding in which the bytes look most like a language; windows-1252 where none does. */
export function likelySingleByte(bytes: Uint8Array): { encoding: string; weight: number } {
  const counts = new Map<number, number>();
  for (const byte of bytes) if (byte >= 0x80) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  let best = { encoding: 'windows-1252', weight: 0.3 };
  for (const alphabet of ALPHABETS) {
    for (const encoding of alphabet.encodings) {
      const weight =
        measure(counts, alphabet, highHalf(encoding)) - (alphabet.ownScript ? penaltyForMixture(bytes) : 0);
      if (weight > best.weight + 0.01) best = { encoding, weight };
    }
  }
  return best;
}

const tables = new Map<string, readonly string[]>();

/** The characters of the bytes 0x80 to 0xff. */
function highHalf(encoding: string): readonly string[] {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = Array.from({ length: 128 }, (_, i) => decoder.decode(Uint8Array.of(0x80 + i)));
  tables.set(encoding, table);
  return table;
}

function measure(counts: ReadonlyMap<number, number>, alphabet: Alphabet, table: readonly string[]): number {
  let weight = 0;
  let total = 0;
  for (const [byte, count] of counts) {
    weight += count * weightOf(table[byte - 0x80] ?? '\uFFFD', alphabet);
    total += count;
  }
  return total === 0 ? 0 : weight / total;
}

function weightOf(character: string, { common, rare }: Alphabet): number {
  if (common.includes(character)) return COMMON;
  if (rare.includes(character)) return RARE;
  if (PUNCTUATION_MARKS.has(character)) return PUNCTUATION;
  const small = character.toLowerCase();
  if (small !== character && (common.includes(small) || rare.includes(small))) return CAPITAL;
  return /\p{L}|\p{M}/u.test(character) ? FOREIGN_LETTER : NOT_TEXT;
}

/** Letters of another script are beside each other, accented letters beside ASCII. The wrong encoding mixes both. */
function penaltyForMixture(bytes: Uint8Array): number {
  let high = 0;
  let mixed = 0;
  for (let i = 1; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    high++;
    const before = (bytes[i - 1] ?? 0) | 0x20;
    if (before >= 0x61 && before <= 0x7a) mixed++;
  }
  return high === 0 ? 0 : (2 * mixed) / high;
}
