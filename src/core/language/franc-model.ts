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

function distancesOf({ codes, grams }: FrancScript, trigrams: ReadonlyMap<string, number>): Int32Array {
  const distances = new Int32Array(codes.length).fill(UNRANKED * trigrams.size);
  for (const [trigram, count] of trigrams) {
    const { low, high } = pack(trigram);
    const slot = slotOf(grams, low, high);
    for (let at = grams.starts[slot]!; at < grams.ends[slot]!; at++)
      distances[grams.languages[at]!]! += Math.abs(count - grams.values[at]! - 1) - UNRANKED;
  }
  return distances;
}

/** The trigrams of the words with their counts, without digits and ASCII punctuation. */
function trigramsOf(text: string): Map<string, number> {
  const plain = ` ${text
    .replace(/[\u0021-\u0040]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= plain.length; at++) {
    const trigram = plain.slice(at, at + 3);
    counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  }
  return counts;
}

function pack(trigram: string): Gram {
  const unit = (at: number) => (at < trigram.length ? trigram.charCodeAt(at) : 0);
  return { low: ((unit(1) << 16) | unit(2)) >>> 0, high: ((trigram.length << 16) | unit(0)) >>> 0 };
}
