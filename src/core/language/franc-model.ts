import { buildGramTable, type Gram, type GramTable, slotOf } from './gram-table.ts';

/** The data of franc (github.com/wooorm/franc) as in its package: by script and language, trigrams by rank. */
export type FrancData = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The trigrams of the languages of one script. */
interface FrancScript {
  /** Franc's codes, mostly ISO 639-3, by number. */
  readonly codes: readonly string[];
  readonly grams: GramTable;
}

export type FrancModel = ReadonlyMap<string, FrancScript>;

/**
 * Franc's patterns for the characters of each script; the pattern of a script with one language has the language's
 * name.
 */
export type ScriptExpressions = Readonly<Record<string, RegExp>>;

const SHORTEST_TEXT = 10;
const LONGEST_TEXT = 2_048;
/** The distance of a trigram outside a language's 300 most frequent. */
const UNRANKED = 300;

/** Compiles the data of franc into arrays that threads can share, by script. */
export function compileFranc(data: FrancData): FrancModel {
  return new Map(Object.entries(data).map(([script, languages]) => [script, compileScript(languages)]));
}

function compileScript(languages: Readonly<Record<string, string>>): FrancScript {
  const postings = new Map<string, [number, number][]>();
  const codes = Object.keys(languages);
  for (const [number, code] of codes.entries()) {
    const ranks = new Map<string, number>();
    // Of a trigram listed twice the better rank counts; franc fills its table from the end.
    for (const [rank, trigram] of languages[code]!.split('|').entries())
      if (!ranks.has(trigram)) ranks.set(trigram, rank);
    for (const [trigram, rank] of ranks) {
      const own = postings.get(trigram);
      if (own === undefined) postings.set(trigram, [[number, rank]]);
      else own.push([number, rank]);
    }
  }
  return {
    codes,
    grams: buildGramTable([...postings].map(([trigram, own]) => [pack(trigram), own])),
  };
}

/**
 * How close the text is to each language, nearest first, 1 for the nearest; `und` where nothing can be told.
 *
 * @param only franc's codes of the candidates; all if undefined
 */
export function francCloseness(
  model: FrancModel,
  expressions: ScriptExpressions,
  whole: string,
  only?: readonly string[],
): [code: string, closeness: number][] {
  if (whole.length < SHORTEST_TEXT) return [['und', 1]];
  const text = whole.slice(0, LONGEST_TEXT);
  const [script, count] = topScript(text, expressions);
  const isWanted = (code: string) => only === undefined || only.includes(code);
  const known = model.get(script);
  if (known === undefined) return count > 0 && isWanted(script) ? [[script, 1]] : [['und', 1]];
  const distances = distancesOf(known, trigramsOf(text));
  const ranked = known.codes
    .map((code, number): [string, number] => [code, distances[number]!])
    .filter(([code]) => isWanted(code))
    .sort((a, b) => a[1] - b[1]);
  if (ranked.length === 0) return [['und', 1]];
  const least = ranked[0]![1];
  const most = text.length * UNRANKED - least;
  return ranked.map(([code, distance]) => [code, 1 - (distance - least) / most || 0]);
}

function topScript(text: string, expressions: ScriptExpressions): [script: string, count: number] {
  let [top, most] = ['', -1];
  for (const [script, expression] of Object.entries(expressions)) {
    const count = text.match(expression)?.length ?? 0;
    if (count > most) [top, most] = [script, count];
  }
  return [top, most];
}

function distancesOf({ codes, grams }: FrancScript, trigrams: Float64Array): Int32Array {
  const distances = new Int32Array(codes.length);
  let different = 0;
  for (let from = 0, to = 0; from < trigrams.length; from = to) {
    const trigram = trigrams[from]!;
    while (trigrams[to] === trigram) to++;
    different++;
    const low = trigram % 2 ** 32;
    const slot = slotOf(grams, low, LENGTH_3 + (trigram - low) / 2 ** 32);
    for (let at = grams.starts[slot]!; at < grams.starts[slot + 1]!; at++)
      distances[grams.languages[at]!]! += Math.abs(to - from - grams.values[at]! - 1) - UNRANKED;
  }
  return distances.map((distance) => distance + UNRANKED * different);
}

/**
 * The trigrams of the words, without digits and ASCII punctuation, as numbers of 48 bits in ascending order. Equal ones
 * are counted after sorting, because a map of a thousand short strings takes three times as long.
 */
function trigramsOf(text: string): Float64Array {
  const plain = ` ${text
    .replace(/[\u0021-\u0040]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()} `;
  const trigrams = new Float64Array(Math.max(0, plain.length - 2));
  for (let at = 0; at < trigrams.length; at++)
    trigrams[at] =
      plain.charCodeAt(at) * 2 ** 32 + plain.charCodeAt(at + 1) * 2 ** 16 + plain.charCodeAt(at + 2);
  return trigrams.sort();
}

/** In the upper half of a packed trigram. */
const LENGTH_3 = 3 << 16;

function pack(trigram: string): Gram {
  const unit = (at: number) => (at < trigram.length ? trigram.charCodeAt(at) : 0);
  return { low: ((unit(1) << 16) | unit(2)) >>> 0, high: ((trigram.length << 16) | unit(0)) >>> 0 };
}
